using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SalesBot.Data;

/// <summary>Puts an act's records back to what they were, in reverse order.</summary>
internal static class Reversal
{
    /// <summary>
    /// Returns null when every field still held what the act had left there and is now back; otherwise the present value of the first field
    /// that somebody changed since, and nothing may be saved.
    /// </summary>
    public static async Task<string?> ApplyAsync(SalesDb db, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes.Reverse())
        {
            var type = db.Model.GetEntityTypes().First(t => t.ClrType.Name == change.Record).ClrType;
            var record = await FindAsync(db, type, change.Key, cancellationToken);
            var conflict = (change.Kind, record) switch
            {
                (ChangeKind.Removed, null) => Restore(db, type, change),
                (_, null) => "",
                (ChangeKind.Added, _) => Remove(db, record),
                _ => PutBack(db.Entry(record), change),
            };
            if (conflict is not null)
            {
                return conflict;
            }
        }

        return null;
    }

    private static async Task<Record?> FindAsync(SalesDb db, Type type, string key, CancellationToken cancellationToken)
    {
        var find = typeof(Reversal).GetMethod(nameof(ByKeyAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type);
        return await (Task<Record?>)find.Invoke(null, [db, key, cancellationToken])!;
    }

    private static async Task<Record?> ByKeyAsync<T>(SalesDb db, string key, CancellationToken cancellationToken) where T : Record =>
        await db.Set<T>().FirstOrDefaultAsync(r => r.Key == key, cancellationToken);

    private static string? Remove(SalesDb db, Record record)
    {
        db.Remove(record);
        return null;
    }

    private static string? Restore(SalesDb db, Type type, Change change)
    {
        var record = (Record)Activator.CreateInstance(type)!;
        record.Key = change.Key;
        var entry = db.Add(record);
        foreach (var field in change.Fields)
        {
            Put(entry.Property(field.Field), field.Before);
        }

        return null;
    }

    private static string? PutBack(EntityEntry entry, Change change)
    {
        foreach (var field in change.Fields)
        {
            var property = entry.Property(field.Field);
            var present = property.CurrentValue is null ? null : JsonSerializer.Serialize(property.CurrentValue, JsonSerializerOptions.Web);
            if (!Same(property, present, field.After))
            {
                return present?.Trim('"') ?? "";
            }

            Put(property, field.Before);
        }

        return null;
    }

    /// <summary>
    /// Compared as values: a decimal comes back from the database with other trailing zeros than it was written with, an instant cut to
    /// microseconds.
    /// </summary>
    private static bool Same(PropertyEntry property, string? present, string? after) =>
        present == after || (present is not null && after is not null && Same(Value(property, present), Value(property, after)));

    private static bool Same(object? present, object? after) => (present, after) switch
    {
        (DateTimeOffset a, DateTimeOffset b) => (a - b).Duration() < TimeSpan.FromMicroseconds(1),
        _ => Equals(present, after),
    };

    private static void Put(PropertyEntry property, string? json) => property.CurrentValue = json is null ? null : Value(property, json);

    private static object? Value(PropertyEntry property, string json) => JsonSerializer.Deserialize(json, property.Metadata.ClrType, JsonSerializerOptions.Web);
}
