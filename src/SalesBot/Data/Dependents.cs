using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SalesBot.Data;

/// <summary>Rows that point to a record, whatever their kind: as long as there are any the database would refuse to delete it.</summary>
internal static class Dependents
{
    private static readonly MethodInfo Ids = typeof(Dependents).GetMethod(nameof(IdsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>True when there are rows beside those that this unit of work deletes anyway.</summary>
    public static async Task<bool> AnyAsync(SalesDb db, EntityEntry principal, CancellationToken cancellationToken)
    {
        foreach (var key in principal.Metadata.GetReferencingForeignKeys())
        {
            var type = key.DeclaringEntityType.ClrType;
            var going = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Deleted && e.Entity.GetType() == type).Select(Id).ToHashSet();
            var pointing = await (Task<List<long>>)Ids.MakeGenericMethod(type).Invoke(null, [db, key.Properties[0].Name, Id(principal), cancellationToken])!;
            if (pointing.Exists(id => !going.Contains(id)))
            {
                return true;
            }
        }

        return false;
    }

    private static long Id(EntityEntry entry) => (long)entry.Property(nameof(Record.Id)).CurrentValue!;

    private static Task<List<long>> IdsAsync<T>(SalesDb db, string property, long id, CancellationToken cancellationToken) where T : class =>
        db.Set<T>().Where(e => EF.Property<long?>(e, property) == id).Select(e => EF.Property<long>(e, nameof(Record.Id))).Take(100).ToListAsync(cancellationToken);
}
