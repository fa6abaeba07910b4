namespace SalesBot.Language;

/// <summary>
/// What one order of a message means: the contract of <c>understand</c> (DESIGN.md 4, LABELS.md).
/// Same text, context and entities give the same frame, always.
/// </summary>
/// <param name="Intent">A command id such as <c>log_followup</c>, or <c>unknown</c>, which changes nothing.</param>
internal sealed record Frame(string Intent)
{
    public Slots Slots { get; init; } = [];

    /// <summary>Record keys by slot name (<c>customer</c>, <c>deal</c>, <c>person</c> …); more than one key where several were named.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Refs { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Keys of the records among which the bot must ask; empty when nothing is in doubt. Nothing may be written while it is not.</summary>
    public IReadOnlyList<string> Clarify { get; init; } = [];

    /// <summary>Further orders of the same message, in order.</summary>
    public IReadOnlyList<Frame> Also { get; init; } = [];

    /// <summary>Read with less than this, an order that changes something is confirmed first.</summary>
    public const double Sure = 0.6;

    /// <summary>The command that carries out this case of the intent, where there is one of its own (all approvals at once).</summary>
    public Frame? Case { get; init; }

    /// <summary>It changes the act just done: that one is taken back, and this one holds only what was said anew.</summary>
    public bool Corrects { get; init; }

    /// <summary>It was read as the reply to the open question, and not by itself.</summary>
    public bool Replies { get; init; }

    /// <summary>It goes on with the open question, and holds what was known there.</summary>
    public bool Answers { get; init; }

    /// <summary>What was looked at last, for what is said here.</summary>
    public bool SameLook { get; init; }

    /// <summary>A refusal of the act just done, not only of a question: it is taken back.</summary>
    public bool TakesBack { get; init; }

    /// <summary>No word of that refusal names the act: long after it, something else may be meant.</summary>
    public bool Vague { get; init; }

    /// <summary>The words that name the act to be taken back, beside the record and the kind of act.</summary>
    public string? Named { get; init; }

    /// <summary>What it calls the thing that gets another day, where that is none of the speaker's open to-dos: it may be ticked.</summary>
    public string? Moves { get; init; }

    /// <summary>With what it was added to.</summary>
    public bool TakesAllBack { get; init; }

    /// <summary>The slot of its free words, where the whole message is a saying: an order of its own, though it be of the command that waits for an answer.</summary>
    public string? Told { get; init; }

    /// <summary>It names nothing and means what is in view.</summary>
    public bool Leans { get; init; }

    /// <summary>0 to 1; 1 for what changes nothing.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What the words could nearly as well mean, where that is in doubt.</summary>
    public Frame? Instead { get; init; }

    /// <summary>A day as typed that is in no calendar ("Feb 30"): to be asked about before anything is written.</summary>
    public string? NoSuchDay { get; init; }

    /// <summary>The last day that was said in it, whatever it was said for.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Keys of the records that no order named, by their kind: they are spoken of from now on.</summary>
    public IReadOnlyDictionary<string, string> Spoken { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Keys of the customers whose names come nearest to one that nobody knows; nearest first.</summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>Of a question, what it asks for besides and the answer does not take into account, as typed.</summary>
    public IReadOnlyList<string> Unmet { get; init; } = [];

    /// <summary>It asks something, whether or not anything was understood.</summary>
    public bool Asks { get; init; }

    /// <summary>Of what is no order: the questions that its words come near to.</summary>
    public IReadOnlyList<string> Nearby { get; init; } = [];

    /// <summary>There is an order in the words, but it is denied or only supposed.</summary>
    public bool Withheld { get; init; }

    /// <summary>Which words gave what, for the "why" answer. Positions are UTF-16 offsets into the message as typed; <c>End</c> is exclusive.</summary>
    public IReadOnlyList<Evidence> Because { get; init; } = [];

    public string? Ref(string name) => Refs.TryGetValue(name, out var keys) && keys.Count == 1 ? keys[0] : null;
}

/// <summary>One piece of evidence: the words at [Start, End) gave the slot (or the intent) its value.</summary>
internal sealed record Evidence(int Start, int End, string Gave, string Value);
