namespace SalesBot.Conversation;

/// <summary>The way out to one family of channels. Only translates and posts; retries and order are the outbox's.</summary>
internal interface IMessenger
{
    /// <summary>True for the channel ids that this messenger serves.</summary>
    bool Serves(string channel);

    /// <summary>
    /// Where a person can be reached who has never spoken here, or null. Only a channel that hosts its conversations itself can know.
    /// </summary>
    Address? Reach(string personKey) => null;

    Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken);
}

/// <summary>One message to one conversation.</summary>
/// <param name="UpdatesActivityId">Replace this activity instead of adding one.</param>
/// <param name="ReplyToId">The activity that it answers, for channels that thread.</param>
internal sealed record Outgoing(Address To, RenderedReply Content, string? UpdatesActivityId = null, string? ReplyToId = null)
{
    /// <summary>The same for each try to send it, for platforms that then take it once; null where it is not tried again.</summary>
    public string? Once { get; init; }

    /// <summary>An update that comes below its card where that cannot change: a press is answered in any case. What is only kept up to date is not posted anew.</summary>
    public bool MayComeBelow => UpdatesActivityId is not null && (ReplyToId is not null || Content.InPlace || Content.ComesAnew);

    /// <summary>How many pieces of it are in the conversation already, of a try that had to break off.</summary>
    public int Said => Content.Begun is { } begun && begun.Channel == To.Channel && begun.ConversationId == To.ConversationId ? begun.Pieces : 0;
}

internal enum DeliveryOutcome
{
    Accepted,
    RetryLater,
    Refused,
}

/// <summary>What the platform said: accepted under an activity id, to be tried again (not before <paramref name="RetryAfter"/>), or refused for good.</summary>
internal sealed record Delivery(DeliveryOutcome Outcome, string? ActivityId = null, TimeSpan? RetryAfter = null, string? Reason = null)
{
    /// <summary>Of what is to be tried again: how many of its pieces need not be (<see cref="Outgoing.Said"/>).</summary>
    public int Said { get; init; }

    public static Delivery Accepted(string? activityId) => new(DeliveryOutcome.Accepted, activityId);

    public static Delivery RetryLater(string reason, TimeSpan? after = null) => new(DeliveryOutcome.RetryLater, RetryAfter: after, Reason: reason);

    public static Delivery Refused(string reason) => new(DeliveryOutcome.Refused, Reason: reason);
}
