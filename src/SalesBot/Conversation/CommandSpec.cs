using SalesBot.People;

namespace SalesBot.Conversation;

/// <summary>
/// How a command describes itself. Help, menus, permission checks, questions for what is missing and the app packages' command lists are
/// derived from it; its phrases are in <c>Language/Phrases/{Id}</c> and its words under <c>Command.{Id}</c>.
/// </summary>
/// <param name="Id">The intent of LABELS.md, or the verb of a button.</param>
internal sealed record CommandSpec(string Id, Permission Needs)
{
    /// <summary>Slots that must be known before it runs, in the order in which they are asked for.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>So many that they are asked for on one form, not one after the other.</summary>
    public static bool WantsForm(int missing) => missing > 2;

    /// <summary>Slots that it may ask for besides, when it comes to that.</summary>
    public IReadOnlyList<string> MayAsk { get; init; } = [];

    /// <summary>Slots that may hold a name nobody knows yet, because the command makes the record or can do without it.</summary>
    public IReadOnlyList<string> MayName { get; init; } = [];

    /// <summary>True: it may be shown in help and menus; a button-only verb is not.</summary>
    public bool InHelp { get; init; } = true;

    /// <summary>Slots of the record it makes that another command changes, with that command: a correction leaves the record where it is.</summary>
    public IReadOnlyDictionary<string, string> Amends { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The slot by which those commands know that record.</summary>
    public string Made { get; init; } = "deal";

    /// <summary>It takes back what was done before.</summary>
    public bool TakesBack { get; init; }

    /// <summary>The command that takes it back, of what is not simply undone.</summary>
    public string? TakenBackBy { get; init; }

    /// <summary>Told bit by bit, in answers, it is read back before it is done: it goes out to others, or is more than one sees at a glance.</summary>
    public bool ReadsBack { get; init; }

    /// <summary>It asks for its yes on a card of its own, and does nothing without.</summary>
    public bool AsksItself { get; init; }

    /// <summary>False for a question: it may be answered on a guess, as it changes nothing.</summary>
    public bool Changes { get; init; } = true;

    /// <summary>It only accompanies the talk: what was read before is still what was read last.</summary>
    public bool Accompanies { get; init; }

    /// <summary>It shows records: what is not said in the next question may be taken from it.</summary>
    public bool Looks => !Changes && InHelp && Id != "help";

    /// <summary>It takes the files that come with a message; one that comes alone answers its open question.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>It writes straight in the database, past the trail: that and the rest of the turn hold together or not at all.</summary>
    public bool Straight { get; init; }

    /// <summary>True: its effect may be taken back with Undo.</summary>
    public bool Undoable { get; init; } = true;
}
