namespace SalesBot.Conversation;

/// <summary>
/// What a turn says back to the person who took it, in order. An edge shows an <see cref="RenderedReply.InPlace"/> reply by replacing the
/// pressed card where its protocol can, and posts the others through <see cref="Outbox"/>.
/// </summary>
internal sealed record TurnAnswer(IReadOnlyList<RenderedReply> Replies)
{
    /// <summary>True: this delivery was a repetition; nothing was done again and the replies are those of the first time.</summary>
    public bool Repeated { get; init; }
}
