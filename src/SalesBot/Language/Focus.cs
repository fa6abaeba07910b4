namespace SalesBot.Language;

/// <summary>
/// What the bot remembers of one person's conversation, as record keys (LABELS.md, "context"). It is data: stored with the conversation
/// and handed to the reader with each message, so that “this one”, “#2” or a bare “50万” can be understood.
/// </summary>
internal sealed record Focus
{
    public string? Deal { get; init; }
    public string? Customer { get; init; }
    public string? Lead { get; init; }
    public string? Contract { get; init; }
    public string? Approval { get; init; }

    /// <summary>Keys of the records last listed, in the order shown.</summary>
    public IReadOnlyList<string> List { get; init; } = [];

    /// <summary>Keys or values last offered to choose from, in the order shown.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Kind of the nudge last shown (<c>stalled</c>, <c>silent</c> …); its subject is <see cref="Deal"/> or <see cref="Customer"/>.</summary>
    public string? Alert { get; init; }

    /// <summary>Intent whose form is open, the slot that was asked for (<c>confirm</c> for a yes/no) and what is filled already.</summary>
    public string? Pending { get; init; }
    public string? Asked { get; init; }
    public Slots? Filled { get; init; }

    /// <summary>The act just done, which a correction changes.</summary>
    public string? LastIntent { get; init; }
    public Slots? LastSlots { get; init; }
}
