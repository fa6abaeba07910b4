using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SalesBot.Data;

/// <summary>Reads from the unit of work what an act is about to change. That is the audit trail, the receipt's lines and Undo's inverse in one.</summary>
internal static class ChangeLog
{
    private static readonly string[] Housekeeping = [nameof(Record.Id), nameof(Record.Version)];

    /// <summary>Call before the save; records come in the order in which they were touched.</summary>
    public static IReadOnlyList<Change> Capture(SalesDb db) => [.. db.ChangeTracker.Entries<Record>().Select(Read).OfType<Change>()];

    public static string ToJson(IReadOnlyList<Change> changes) => JsonSerializer.Serialize(changes, JsonSerializerOptions.Web);

    public static IReadOnlyList<Change> FromJson(string json) => JsonSerializer.Deserialize<List<Change>>(json, JsonSerializerOptions.Web) ?? [];

    /// <summary>A field's value as changes keep it.</summary>
    public static string? Text(object? value) => value is null ? null : JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    /// <summary>Of what goes its number is kept, too: what points to it finds it again when it comes back.</summary>
    private static Change? Read(EntityEntry<Record> entry)
    {
        var (kind, fields) = entry.State switch
        {
            EntityState.Added => (ChangeKind.Added, Properties(entry).Select(p => new FieldChange(p.Metadata.Name, null, Text(p.CurrentValue))).Where(f => f.After is not null)),
            EntityState.Deleted => (ChangeKind.Removed, Properties(entry).Select(p => new FieldChange(p.Metadata.Name, Text(p.OriginalValue), null)).Append(new FieldChange(nameof(Record.Id), Text(entry.Entity.Id), null))),
            EntityState.Modified => (ChangeKind.Changed, Properties(entry).Where(p => p.IsModified)
                .Select(p => new FieldChange(p.Metadata.Name, Text(p.OriginalValue), Text(p.CurrentValue)))
                .Where(f => f.Before != f.After)),
            _ => (ChangeKind.Changed, []),
        };
        var list = fields.ToList();
        return list.Count == 0 ? null : new Change(kind, entry.Metadata.ClrType.Name, entry.Entity.Key, list);
    }

    /// <summary>A reference to a record that is itself new has no number yet; its own entry names it by key.</summary>
    private static IEnumerable<PropertyEntry> Properties(EntityEntry<Record> entry) =>
        entry.Properties.Where(p => !p.IsTemporary && !Housekeeping.Contains(p.Metadata.Name, StringComparer.Ordinal));
}
