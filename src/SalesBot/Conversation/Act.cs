using SalesBot.Data;
using SalesBot.Files;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// One order about to be carried out: who orders what, on which data, at which moment. Lives for one turn.
/// </summary>
/// <param name="Now">The one moment of this turn.</param>
/// <param name="Focus">What the conversation was about before this act.</param>
internal sealed record Act(SalesDb Db, OrgChart Org, Person Me, Frame Frame, DateTimeOffset Now, Focus Focus)
{
    public Viewer Viewer { get; } = Org.Viewer(Me);

    public Slots Slots => Frame.Slots;

    /// <summary>What the company has laid down for itself, as it holds for this act.</summary>
    public Definitions Definitions { get; init; } = Definitions.None;

    /// <summary>True when it came from a button or a form.</summary>
    public bool Pressed { get; init; }

    /// <summary>The message as it was typed; null when it was pressed.</summary>
    public string? Said { get; init; }

    /// <summary>The activity that holds the pressed card, where the channel tells it.</summary>
    public string? PressedCard { get; init; }

    /// <summary>What was handed in with the message.</summary>
    public IReadOnlyList<ReceivedFile> Files { get; init; } = [];

    /// <summary>The seat from which it was ordered; null for an act that nobody sits for.</summary>
    public ConversationReference? Place { get; init; }

    /// <summary>Where the bytes of files are kept; null where an act takes none.</summary>
    public FileStore? Store { get; init; }

    /// <summary>Now in the person's own zone.</summary>
    public DateTime LocalNow { get; } = Zones.Local(Now, Me.TimeZone);

    public DateOnly Today => DateOnly.FromDateTime(LocalNow);

    /// <summary>The same order with one more record known.</summary>
    public Act With(string slot, string key) => this with
    {
        Frame = Frame with { Refs = new Dictionary<string, IReadOnlyList<string>>(Frame.Refs, StringComparer.Ordinal) { [slot] = [key] } },
    };

    /// <summary>From now on "#2" and "these" mean these records, in this order; an empty list leaves them what they meant.</summary>
    /// <param name="kind">Of records that have no name: see <see cref="Focus.Listed"/>.</param>
    public Focus Listing(IReadOnlyList<string> keys, string? kind = null) => keys.Count == 0 ? Focus.Settled() : Focus.Settled() with { List = keys, Listed = kind };

    /// <summary>A question is open, with what is known of the order; the records that it names are spoken of from now on.</summary>
    public Focus Asking(string slot, Slots filled, IReadOnlyList<string>? choices = null) =>
        Focus.Settled().SpeakingOf(Frame) with { Pending = Frame.Intent, Asked = slot, Filled = filled, Choices = choices ?? [] };

    /// <summary>A receipt for what this act changes. <paramref name="about"/> is the record's name as people call it.</summary>
    public Reply Receipt(Word title, object? about = null, Word? note = null, params Button[] buttons)
    {
        var receipt = new Receipt(title, about) { Note = note, Buttons = buttons };
        return new Reply(new View("receipt", null, title)) { Receipt = receipt, InPlace = false };
    }

    /// <summary>A plain sentence, with suggestions under it.</summary>
    public static Reply Say(Word text, params Word[] suggestions) => new(new View(null, null, text)) { Suggestions = suggestions };
}
