using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesBot.Customers.Tags;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Customers.Merging;

/// <summary>Every record that points to a customer, whatever its kind: read from the model, so a new kind moves along by itself.</summary>
internal sealed class MergedRecords
{
    private static readonly MethodInfo Rows = typeof(MergedRecords).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private readonly List<(IForeignKey Key, IReadOnlyList<Record> Records)> found = [];

    private MergedRecords()
    {
    }

    /// <summary>How many of each kind, those that there are.</summary>
    public object Said => found.Sum(f => f.Records.Count) == 0 ? new Word("Merge.nothing")
        : found.Where(f => f.Records.Count > 0).GroupBy(f => f.Key.DeclaringEntityType.ClrType.Name, StringComparer.Ordinal).Select(g => new Word("Merge.of", new Word("Merge.kind." + g.Key), g.Sum(f => f.Records.Count))).ToList();

    public static async Task<MergedRecords> LoadAsync(SalesDb db, Customer goes, CancellationToken cancellationToken)
    {
        var merged = new MergedRecords();
        foreach (var key in db.Model.FindEntityType(typeof(Customer))!.GetReferencingForeignKeys().Where(k => k.DeclaringEntityType.ClrType.IsAssignableTo(typeof(Record))))
        {
            merged.found.Add((key, await (Task<IReadOnlyList<Record>>)Rows.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(null, [db, key.Properties[0].Name, goes.Id, cancellationToken])!));
        }

        return merged;
    }

    /// <summary>They point to the one that stays; a tag that it has already goes. The other becomes a name of it.</summary>
    public void Move(SalesDb db, Customer goes, Customer stays)
    {
        var has = db.CustomerTags.Where(t => t.CustomerId == stays.Id).Select(t => t.Name).ToList();
        foreach (var (key, records) in found)
        {
            foreach (var record in records)
            {
                if (record is CustomerTag tag && has.Contains(tag.Name, StringComparer.OrdinalIgnoreCase))
                {
                    db.Remove(tag);
                }
                else
                {
                    // Who was referred by the one that goes was not referred by itself.
                    db.Entry(record).Property(key.Properties[0].Name).CurrentValue = record == stays ? null : stays.Id;
                }
            }
        }

        MergedFields.Join(goes, stays);
        (goes.MergedIntoId, goes.OwnerId) = (stays.Id, null);
    }

    private static async Task<IReadOnlyList<Record>> RowsAsync<T>(SalesDb db, string property, long id, CancellationToken cancellationToken) where T : Record =>
        await db.Set<T>().Where(r => EF.Property<long?>(r, property) == id).OrderBy(r => r.Id).ToListAsync(cancellationToken);
}
