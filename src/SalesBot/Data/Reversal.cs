using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesBot.Customers;
using SalesBot.Deals;

namespace SalesBot.Data;

/// <summary>
/// What keeps a change from being taken back: a field that no longer holds what the act left there. Without a field the record is gone, or (<paramref name="InUse"/>)
/// others have built on it.
/// </summary>
/// <param name="Now">What the field holds, as JSON text.</param>
internal sealed record Kept(Change Change, FieldChange? Field, string? Now, bool InUse);

/// <summary>Puts an act's records back to what they were, in reverse order.</summary>
internal static class Reversal
{
    /// <summary>When something last happened at a record: whatever happened since leaves it later, which contradicts nothing.</summary>
    private static readonly string[] Touches = [nameof(Deal.LastActivityAt), nameof(Customer.LastInteractionAt)];

    /// <summary>
    /// Returns nothing when every field still held what the act had left there and is now back; otherwise all that stands in the way, and nothing may be
    /// saved.
    /// </summary>
    public static async Task<IReadOnlyList<Kept>> ApplyAsync(SalesDb db, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var kept = new List<Kept>();
        foreach (var change in changes.Reverse())
        {
            var record = await FindAsync(db, change, cancellationToken);
            kept.AddRange((change.Kind, record) switch
            {
                (ChangeKind.Removed, null) => Restore(db, change),
                (_, null) => [new Kept(change, null, null, InUse: false)],
                (ChangeKind.Added, _) => await RemoveAsync(db, db.Entry(record), change, cancellationToken),
                _ => PutBack(db.Entry(record), change),
            });
        }

        return kept;
    }

    /// <summary>The record that a change was of; null when it is there no longer.</summary>
    public static Task<Record?> FindAsync(SalesDb db, Change change, CancellationToken cancellationToken) => FindAsync(db, TypeOf(db, change), change.Key, cancellationToken);

    /// <summary>
    /// Puts back what nobody changed since, and leaves the rest. Fields of one group go back together or not at all; returns how many groups stay.
    /// </summary>
    public static async Task<int> PutBackUntouchedAsync(SalesDb db, Change change, Func<string, string> group, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, change, cancellationToken) is not { } record)
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

    private static Type TypeOf(SalesDb db, Change change) => db.Model.GetEntityTypes().First(t => t.ClrType.Name == change.Record).ClrType;

    private static async Task<Record?> FindAsync(SalesDb db, Type type, string key, CancellationToken cancellationToken)
    {
        var find = typeof(Reversal).GetMethod(nameof(ByKeyAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type);
        return await (Task<Record?>)find.Invoke(null, [db, key, cancellationToken])!;
    }

    private static async Task<Record?> ByKeyAsync<T>(SalesDb db, string key, CancellationToken cancellationToken) where T : Record =>
        await db.Set<T>().FirstOrDefaultAsync(r => r.Key == key, cancellationToken);

    /// <summary>A record that was made goes again, unless somebody worked on it since or hung something of theirs on it.</summary>
    private static async Task<IReadOnlyList<Kept>> RemoveAsync(SalesDb db, EntityEntry made, Change change, CancellationToken cancellationToken)
    {
        var kept = new List<Kept>();
        foreach (var property in made.Properties.Where(p => p.Metadata.Name is not (nameof(Record.Id) or nameof(Record.Version)) && !Touches.Contains(p.Metadata.Name, StringComparer.Ordinal)))
        {
            var field = change.Fields.FirstOrDefault(f => f.Field == property.Metadata.Name);
            // A reference that is not written down pointed to a record of the same act, which had no number yet.
            if ((field is not null || !property.Metadata.IsForeignKey()) && !Same(property, Present(property), field?.After))
            {
                kept.Add(new Kept(change, field ?? new FieldChange(property.Metadata.Name, null, null), Present(property), InUse: false));
            }
        }

        if (kept.Count == 0 && await Dependents.AnyAsync(db, made, cancellationToken))
        {
            return [new Kept(change, null, null, InUse: true)];
        }

        made.State = EntityState.Deleted;
        return kept;
    }

    private static IReadOnlyList<Kept> Restore(SalesDb db, Change change)
    {
        var record = (Record)Activator.CreateInstance(TypeOf(db, change))!;
        record.Key = change.Key;
        if (change.Fields.FirstOrDefault(f => f.Field == nameof(Record.Id))?.Before is { } number)
        {
            record.Id = JsonSerializer.Deserialize<long>(number);
        }

        var entry = db.Add(record);
        foreach (var field in change.Fields.Where(f => f.Field != nameof(Record.Id)))
        {
            Put(entry.Property(field.Field), field.Before);
        }

        return [];
    }

    private static List<Kept> PutBack(EntityEntry entry, Change change)
    {
        var kept = new List<Kept>();
        foreach (var field in change.Fields)
        {
            var property = entry.Property(field.Field);
            if (Same(property, Present(property), field.After))
            {
                Put(property, field.Before);
            }
            else if (!Touches.Contains(field.Field, StringComparer.Ordinal))
            {
                kept.Add(new Kept(change, field, Present(property), InUse: false));
            }
        }

        return kept;
    }

    private static string? Present(PropertyEntry property) => property.CurrentValue is null ? null : JsonSerializer.Serialize(property.CurrentValue, JsonSerializerOptions.Web);

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
