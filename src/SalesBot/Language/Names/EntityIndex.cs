using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SalesBot.Language.Names;

/// <summary>
/// Everything that can be named, in memory. Reading never blocks: a reader sees each record either before or after a change.
/// Fed from the entities file by <see cref="EntitiesFile"/> or from the database by the product, one <see cref="Upsert"/> a record.
/// </summary>
internal sealed class EntityIndex
{
    private readonly Lock _write = new();
    private readonly ConcurrentDictionary<string, NamedRecord> _records = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Parent, NamedKind Kind), ImmutableArray<string>> _children = new();
    private readonly ConcurrentDictionary<NamedKind, ImmutableHashSet<string>> _ofKind = new();

    /// <summary>Forms as written, and names by sound for what speech input makes of them.</summary>
    public NameTable Written { get; } = new();

    public NameTable Sounding { get; } = new();

    public BigramIndex Nearly { get; } = new();

    /// <summary>Words of other systems for our stages, learnt from imports: lower-case label → stage id.</summary>
    public ConcurrentDictionary<string, string> StageWords { get; } = new(StringComparer.Ordinal);

    public NamedRecord? Get(string? key) => key is not null && _records.TryGetValue(key, out var record) ? record : null;

    /// <summary>The deals, contracts, contacts … of a customer, or the contracts, quotes and approvals of a deal.</summary>
    public IEnumerable<NamedRecord> Of(string? parent, NamedKind kind) =>
        parent is not null && _children.TryGetValue((parent, kind), out var keys) ? keys.Select(Get).OfType<NamedRecord>() : [];

    /// <summary>All records of a small kind (people, teams, approvals, tasks); customers and deals are too many to walk.</summary>
    public IEnumerable<NamedRecord> All(NamedKind kind) =>
        _ofKind.TryGetValue(kind, out var keys) ? keys.Order(StringComparer.Ordinal).Select(Get).OfType<NamedRecord>() : [];

    public void Upsert(NamedRecord record)
    {
        lock (_write)
        {
            if (_records.TryGetValue(record.Key, out var old)) Unlink(old);
            _records[record.Key] = record;
            Link(record);
        }
    }

    public void Remove(NamedKind kind, string key)
    {
        lock (_write)
        {
            if (!_records.TryGetValue(key, out var old) || old.Kind != kind) return;
            Unlink(old);
            _records.TryRemove(key, out _);
        }
    }

    private void Link(NamedRecord record)
    {
        foreach (var form in NameForms.Of(record))
        {
            var entry = new NameEntry(record, form.Strength);
            Written.Add(form.Text, entry);
            if (form.Strength is NameStrength.Tail or NameStrength.Sound) continue;
            if (HasSound(record.Kind, form)) Sounding.Add(Pinyin.Sounds(form.Text), entry with { Strength = NameStrength.Sound });
            if (record.Kind is NamedKind.Customer or NamedKind.Deal) Nearly.Add(form.Text, record);
        }

        foreach (var parent in Parents(record)) _children.AddOrUpdate((parent, record.Kind), _ => [record.Key], (_, keys) => keys.Add(record.Key));
        if (IsSmall(record.Kind)) _ofKind.AddOrUpdate(record.Kind, _ => ImmutableHashSet.Create(StringComparer.Ordinal, record.Key), (_, keys) => keys.Add(record.Key));
    }

    private void Unlink(NamedRecord record)
    {
        foreach (var form in NameForms.Of(record))
        {
            Written.Remove(form.Text, record.Key);
            if (form.Strength is NameStrength.Tail or NameStrength.Sound) continue;
            if (HasSound(record.Kind, form)) Sounding.Remove(Pinyin.Sounds(form.Text), record.Key);
            if (record.Kind is NamedKind.Customer or NamedKind.Deal) Nearly.Remove(form.Text, record.Key);
        }

        foreach (var parent in Parents(record)) _children.AddOrUpdate((parent, record.Kind), _ => [], (_, keys) => keys.Remove(record.Key, StringComparer.Ordinal));
        if (IsSmall(record.Kind)) _ofKind.AddOrUpdate(record.Kind, _ => ImmutableHashSet.Create<string>(StringComparer.Ordinal), (_, keys) => keys.Remove(record.Key));
    }

    private static IEnumerable<string> Parents(NamedRecord record)
    {
        if (record.Customer is not null) yield return record.Customer;
        if (record.Deal is not null) yield return record.Deal;
        if (record.Subject is not null && !string.Equals(record.Subject, record.Deal, StringComparison.Ordinal)) yield return record.Subject;
        if (record.Kind is NamedKind.Deal or NamedKind.Customer or NamedKind.Approval or NamedKind.Task && record.Owner is not null) yield return record.Owner;
    }

    /// <summary>Two characters sound like too much else to be heard, unless somebody declared them as the name.</summary>
    private static bool HasSound(NamedKind kind, NameForm form) =>
        kind is NamedKind.Customer or NamedKind.Person or NamedKind.Deal && (form.Text.Length >= 3 || form.Strength == NameStrength.Full)
        && form.Text.Any(Phrases.Script.IsChinese);

    private static bool IsSmall(NamedKind kind) => kind is NamedKind.Person or NamedKind.Team or NamedKind.Approval or NamedKind.Task or NamedKind.Product or NamedKind.Contract;
}
