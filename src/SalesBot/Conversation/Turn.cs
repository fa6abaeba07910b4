using SalesBot.Language;

namespace SalesBot.Conversation;

internal enum TurnKind
{
    Said,
    Pressed,

    /// <summary>The person opened the conversation or the bot was installed: greet.</summary>
    Joined,
}

/// <summary>What reached the bot: one sentence or one press by one person, already authenticated by the channel's edge.</summary>
internal sealed record Turn(TurnKind Kind, Address From, string ActivityId, DateTimeOffset Now)
{
    public string? Text { get; init => field = WellFormed.Of(value); }

    public Press? Press { get; init; }

    /// <summary>What was handed in with it; a file may come without a word.</summary>
    public IReadOnlyList<ReceivedFile> Files { get; init; } = [];

    /// <summary>Fetches <see cref="Files"/> where they lie elsewhere; asked only of a turn that was not answered before. Never throws but for cancellation.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<ReceivedFile>>>? Fetch { get; init; }

    /// <summary>Key of the person, where the edge itself vouches for who it is (practice personas in Development); else the link table decides.</summary>
    public string? PersonKey { get; init; }
}

/// <summary>A button: a command that needed no parsing. Its data is checked by the same slots and carries no authority.</summary>
/// <param name="Verb">The command id.</param>
/// <param name="CardActivityId">The activity that holds the pressed card, where the channel tells it.</param>
internal sealed record Press(string Verb, Slots Data, string? CardActivityId)
{
    /// <summary>Nobody pressed: the messenger brings a card up to date for one reader, who alone sees the answer. It may only show, and leaves no trace.</summary>
    public bool Automatic { get; init; }
}
