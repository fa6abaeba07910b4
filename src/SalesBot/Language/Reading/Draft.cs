using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>A frame in the making: what the slot readers of an intent see and where they put what they read.</summary>
internal sealed class Draft(Clause clause, ScoredIntent intent, Subject subject)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _refs = new(StringComparer.Ordinal);
    private readonly List<Evidence> _because = [];

    /// <summary>Of an order that is known without being scored, and that finds its own records.</summary>
    public static Draft Of(Clause clause, string intent) => new(clause, new ScoredIntent(intent, 0, []), new Subject());

    public Clause Clause => clause;

    public Message Message => clause.Message;

    public ScoredIntent Intent => intent;

    public Subject Subject { get; set; } = subject;

    public Language.Slots Slots { get; } = [];

    /// <summary>What was read is so far from what is known that it is asked about before it is done.</summary>
    public bool Doubtful { get; set; }

    public IReadOnlyList<string> Clarify { get; private set; } = [];

    /// <summary>The last day that it means; null where that is the last one said.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Keys of the customers that an unknown name may be meant for.</summary>
    public IReadOnlyList<string> Near { get; set; } = [];

    /// <summary>See <see cref="Frame.Moves"/>.</summary>
    public string? Moves { get; set; }

    /// <summary>What is to be done is not said, though words are left that point or move: nothing is written.</summary>
    public bool Hollow { get; set; }

    /// <summary>What the answer leaves out of account.</summary>
    public IReadOnlyList<string> Unmet { get; set; } = [];

    /// <summary>Places already used for another slot, which free text leaves out.</summary>
    public List<Mark> Used { get; } = [];

    public bool HasRef(string slot) => _refs.ContainsKey(slot);

    public void Refer(string slot, IReadOnlyList<NamedRecord> records)
    {
        if (records.Count == 0) return;
        _refs[slot] = [.. records.Select(record => record.Key)];
        Slots[slot] = string.Join('|', records.Select(record => record.Name));
    }

    /// <summary>The bot must ask which of these.</summary>
    public void Ask(string slot, IReadOnlyList<NamedRecord> records)
    {
        Refer(slot, records);
        Clarify = [.. records.Select(record => record.Key)];
    }

    /// <summary>The one record, or the question which of them.</summary>
    public void ReferOrAsk(string slot, IReadOnlyList<NamedRecord> records)
    {
        if (records.Count > 1) Ask(slot, records);
        else Refer(slot, records);
    }

    /// <summary>It is open no longer which one.</summary>
    public void Settle(string slot, NamedRecord record)
    {
        Refer(slot, [record]);
        Clarify = [];
    }

    public void Use(Mark mark, string slot)
    {
        if (mark.End <= mark.Start) return;
        Used.Add(mark);
        Note(mark, slot);
    }

    /// <summary>The words that gave a slot are known.</summary>
    public bool Tells(string slot) => _because.Exists(evidence => evidence.Gave == slot);

    /// <summary>Keys of the records that a slot refers to.</summary>
    public IReadOnlyList<string> RefsOf(string slot) => _refs.GetValueOrDefault(slot) ?? [];

    private void Note(Mark mark, string slot)
    {
        var (start, end) = Message.Text.ToOriginal(mark.Start, mark.End);
        _because.Add(new Evidence(start, end, slot, Slots.Text(slot) ?? string.Empty));
    }

    public Frame ToFrame(double confidence)
    {
        foreach (var (words, slot) in Grounds.Of(this).ToList()) Note(words, slot);
        foreach (var cue in intent.Cues.Distinct().OrderBy(cue => cue.Start))
        {
            var (start, end) = Message.Text.ToOriginal(cue.Start, cue.End);
            _because.Add(new Evidence(start, end, "intent", intent.Intent));
        }

        var noSuchDay = clause.ValuesOf(ValueKind.NoSuchDay).Select(day => Message.AsTyped(day.Start, day.End)).FirstOrDefault();
        return new Frame(intent.Intent)
        {
            Asks = clause.Has(Feature.Question), Slots = Slots, Refs = _refs, Clarify = Clarify, Confidence = confidence, NoSuchDay = noSuchDay, Near = Near, Unmet = Unmet, Moves = Moves, Because = _because, Day = Day ?? clause.ValuesOf(ValueKind.Date).LastOrDefault()?.Date,
        };
    }
}
