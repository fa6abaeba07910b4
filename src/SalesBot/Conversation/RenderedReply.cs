using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Cards;

namespace SalesBot.Conversation;

/// <summary>
/// A message in the reader's language, ready for any channel: what it says in plain text (also the notification and the fallback), an Adaptive
/// Card 1.5 when it is more than text, and quick replies. Stored as JSON in the outbox.
/// </summary>
internal sealed record RenderedReply(string Text, [property: JsonConverter(typeof(RawJson))] JsonElement? Card = null)
{
    public IReadOnlyList<QuickReply> QuickReplies { get; init; } = [];

    /// <summary>What it is written in, for what a messenger adds in words of its own; null where it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>True: takes the place of the card that was pressed instead of coming below it.</summary>
    public bool InPlace { get; init; }

    /// <summary>True of an update that comes as a message of its own where the card cannot change any more: it says what the reader would not hear otherwise.</summary>
    public bool ComesAnew { get; init; }

    /// <summary>What the card shows (<c>approval:P1…</c>), when it must be kept up to date.</summary>
    public string? Subject { get; init; }

    /// <summary>Set where a try to send it had to break off within it.</summary>
    public Begun? Begun { get; init; }

    /// <summary>What the link in it leads to, for messengers that can keep it for the reader.</summary>
    public OfferedFile? File { get; init; }

    /// <summary>What was kept so.</summary>
    public SavedFile? Saved { get; init; }
}

/// <summary>So many pieces of a long message are in that conversation.</summary>
internal sealed record Begun(string Channel, string ConversationId, int Pieces);

/// <summary>A suggestion under the message: pressing it says <paramref name="Says"/>.</summary>
internal sealed record QuickReply(string Title, string Says);
