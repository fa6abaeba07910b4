using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesBot.Words;

namespace SalesBot.Data;

/// <summary>Puts an act's records back to what they were, in reverse order.</summary>
internal static class Reversal
{
    /// <summary>
    /// Returns null when every field still held what the act had left there and is now back; otherwise what stands in the way (the present value
    /// of the first field that somebody changed since, or that others build on a record that was made), and nothing may be saved.
    /// </summary>
    public static async Task<Word?> ApplyAsync(SalesDb db, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes.Reverse())
        {
            var type = db.Model.GetEntityTypes().First(t => t.ClrType.Name == change.Record).ClrType;
            var record = await FindAsync(db, type, change.Key, cancellationToken);
            var conflict = (change.Kind, record) switch
            {
                (ChangeKind.Removed, null) => Restore(db, type, change),
                (_, null) => new Word("Undo.conflict", ""),
                (ChangeKind.Added, _) => await RemoveAsync(db, db.Entry(record), change, cancellationToken),
                _ => PutBack(db.Entry(record), change),
            };
            if (conflict is not null)
            {
                return conflict;
            }
        }

        return null;
    }

    /// <summary>
    /// Puts back what nobody changed since, and leaves the rest. Fields of one group go back together or not at all; returns how many groups stay.
    /// </summary>
    public static async Task<int> PutBackUntouchedAsync(SalesDb db, Change change, Func<string, string> group, CancellationToken cancellationToken)
    {
        var type = db.Model.GetEntityTypes().First(t => t.ClrType.Name == change.Record).ClrType;
        if (await FindAsync(db, type, change.Key, cancellationToken) is not { } record)
        {
            return 0;
        }

        var (entry, stay) = (db.Entry(record), 0);
        foreach (var fields in change.Fields.GroupBy(f => group(f.Field), StringComparer.Ordinal))
        {
            if (fields.All(f => Same(entry.Property(f.Field), Present(entry.Property(f.Field)), f.After)))
            {
                fields.ToList().ForEach(f => Put(entry.Property(f.Field), f.Before));
            }
            else
            {
                stay++;
            }
        }

        return stay;
    }

    private static async Task<Record?> FindAsync(SalesDb db, Type type, string key, CancellationToken cancellationToken)
    {
        var find = typeof(Reversal).GetMethod(nameof(ByKeyAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type);
        return await (Task<Record?>)find.Invoke(null, [db, key, cancellationToken])!;
    }

    private static async Task<Record?> ByKeyAsync<T>(SalesDb db, string key, CancellationToken cancellationToken) where T : Record =>
        await db.Set<T>().FirstOrDefaultAsync(r => r.Key == key, cancellationToken);

    /// <summary>A record that was made goes again, unless somebody worked on it since or hung something of theirs on it.</summary>
    private static async Task<Word?> RemoveAsync(SalesDb db, EntityEntry made, Change change, CancellationToken cancellationToken)
    {
        foreach (var property in made.Properties.Where(p => p.Metadata.Name is not (nameof(Record.Id) or nameof(Record.Version))))
        {
            var field = change.Fields.FirstOrDefault(f => f.Field == property.Metadata.Name);
            // A reference that is not written down pointed to a record of the same act, which had no number yet.
            if ((field is not null || !property.Metadata.IsForeignKey()) && !Same(property, Present(property), field?.After))
            {
                return Conflict(property);
            }
        }

        if (await Dependents.AnyAsync(db, made, cancellationToken))
        {
            return new Word("Undo.in_use");
        }

        made.State = EntityState.Deleted;
        return null;
    }

    private static Word? Restore(SalesDb db, Type type, Change change)
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

    private static Word? PutBack(EntityEntry entry, Change change)
    {
        foreach (var field in change.Fields)
        {
            var property = entry.Property(field.Field);
            if (!Same(property, Present(property), field.After))
            {
                return Conflict(property);
            }

            Put(property, field.Before);
        }

        return null;
    }

    private static string? Present(PropertyEntry property) => property.CurrentValue is null ? null : JsonSerializer.Serialize(property.CurrentValue, JsonSerializerOptions.Web);

    private static Word Conflict(PropertyEntry property) => new("Undo.conflict", property.CurrentValue is string or null ? property.CurrentValue : Present(property)!.Trim('"'));

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
