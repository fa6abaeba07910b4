using System.Collections.Concurrent;

namespace SalesBot.Language.Names;

/// <summary>
/// Everything that can be named, in memory. Reading never blocks: a reader sees each record either before or after a change.
/// Fed from the entities file by <see cref="EntitiesFile"/> or from the database by the product, one <see cref="Upsert"/> a record.
/// </summary>
internal sealed class EntityIndex
{
    private readonly Lock _write = new();
    private readonly RecordStore _records = new();
    private readonly Postings _children = new();
    private readonly NameTable _written = new();
    private readonly NameTable _sounding = new();
    private readonly BigramIndex _nearly = new();

    /// <summary>Words of other systems for our stages, learnt from imports: lower-case label → stage id.</summary>
    public ConcurrentDictionary<string, string> StageWords { get; } = new(StringComparer.Ordinal);

    public NamedRecord? Get(string? key) => key is not null && _records.Find(key) is >= 0 and var number ? _records.Get(number) : null;

    /// <summary>Key of the customer of a record, its own or that of its deal; null where it has neither.</summary>
    public string? CustomerOf(NamedRecord record) => record.Customer ?? Get(record.Deal)?.Customer;

    /// <summary>The record of a hit.</summary>
    public NamedRecord? Get(int number) => _records.Get(number);

    /// <summary>
    /// The deals, contracts, contacts … of a customer, the contracts, quotes and approvals of a deal, what a person owns, the approvals that wait for
    /// them; in the order in which they came.
    /// </summary>
    /// <param name="meeting">Null, or only those whose name has two letters in a row in common with a text.</param>
    public IReadOnlyList<NamedRecord> Of(string? parent, NamedKind kind, LetterPairs? meeting = null)
    {
        if (parent is null || _records.Find(parent) is not (>= 0 and var number)) return [];
        var found = new List<NamedRecord>();
        foreach (var child in _children.Of(Below(number, kind)))
        {
            if ((meeting is null || meeting.MeetIn(_records.NameOf(child))) && _records.Get(child) is { } record) found.Add(record);
        }

        found.Reverse();
        return found;
    }

    /// <summary>Names as they are written.</summary>
    public List<NameHit> Written(string text) => _written.Find(text);

    /// <summary>Names by sound, for what speech input makes of them.</summary>
    public List<NameHit> Sounding(string text) => _sounding.Find(Pinyin.Sounds(text));

    /// <summary>Names that are nearly spelled so.</summary>
    public IEnumerable<NameHit> Nearly(string text) =>
        _nearly.Find(text).Where(found => _records.Get(found.Hit.Record) is { } record && NameForms.Of(record).Any(form => IsSpelled(form) && form.Text == found.Form)).Select(found => found.Hit);

    /// <summary>Records whose names have letters in a row in common with this one, those with most of them.</summary>
    public IEnumerable<NamedRecord> Alike(string name) => _nearly.Alike(name).Select(_records.Get).OfType<NamedRecord>();

    public void Upsert(NamedRecord record)
    {
        var forms = NameForms.Of(record);
        lock (_write)
        {
            var number = _records.NumberOf(record.Key);
            var old = _records.Get(number);
            _records.Put(number, record);
            if (old is not null && IsLinkedAs(old, record)) return;
            if (old is not null) Unlink(number, old);
            Link(number, record, forms);
        }
    }

    public void Remove(NamedKind kind, string key)
    {
        lock (_write)
        {
            var number = _records.Find(key);
            if (number < 0 || _records.Get(number) is not { } old || old.Kind != kind) return;
            Unlink(number, old);
            _records.Remove(number);
        }
    }

    private void Link(int number, NamedRecord record, IReadOnlyList<NameForm> forms)
    {
        foreach (var form in forms)
        {
            _written.Add(form.Text, number, form.Strength);
            if (HasSound(record.Kind, form)) _sounding.Add(Pinyin.Sounds(form.Text), number, NameStrength.Sound);
        }

        if (record.Kind is NamedKind.Customer or NamedKind.Deal) _nearly.Add(number, forms.Where(IsSpelled).Select(form => form.Text).OrderByDescending(form => form.Length));
        foreach (var parent in Parents(record)) _children.Add(Below(_records.NumberOf(parent), record.Kind), number);
    }

    private void Unlink(int number, NamedRecord record)
    {
        foreach (var form in NameForms.Of(record))
        {
            _written.Remove(form.Text, number, form.Strength);
            if (HasSound(record.Kind, form)) _sounding.Remove(Pinyin.Sounds(form.Text), number, NameStrength.Sound);
        }

        foreach (var parent in Parents(record)) _children.Remove(Below(_records.NumberOf(parent), record.Kind), number);
    }

    /// <summary>A new stage or amount changes neither what a record is called nor whose it is.</summary>
    private static bool IsLinkedAs(NamedRecord old, NamedRecord record) =>
        old.Kind == record.Kind && old.Name == record.Name && old.OtherNames.SequenceEqual(record.OtherNames, StringComparer.Ordinal) && Parents(old).SequenceEqual(Parents(record), StringComparer.Ordinal);

    private static IEnumerable<string> Parents(NamedRecord record)
    {
        var owner = record.Kind is NamedKind.Deal or NamedKind.Customer or NamedKind.Approval or NamedKind.Task ? record.Owner : null;
        return new[] { record.Customer, record.Deal, record.Subject, owner }.Concat(record.Approvers).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    private static ulong Below(int parent, NamedKind kind) => TextHash.Add(TextHash.Add(TextHash.Empty, (uint)parent), (uint)kind);

    private static bool IsSpelled(NameForm form) => form.Strength is not (NameStrength.Tail or NameStrength.Sound);

    /// <summary>Two characters sound like too much else to be heard, unless somebody declared them as the name.</summary>
    private static bool HasSound(NamedKind kind, NameForm form) =>
        IsSpelled(form) && kind is NamedKind.Customer or NamedKind.Person or NamedKind.Deal && (form.Text.Length >= 3 || form.Strength == NameStrength.Full)
        && form.Text.Any(Phrases.Script.IsChinese);
}
