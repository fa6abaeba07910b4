namespace SalesBot.Data;

internal enum ChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>What happened to one record: each field's value before and after as JSON text, null where the field was empty.</summary>
internal sealed record Change(ChangeKind Kind, string Record, string Key, IReadOnlyList<FieldChange> Fields);

internal sealed record FieldChange(string Field, string? Before, string? After);
