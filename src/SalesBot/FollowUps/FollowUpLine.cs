using SalesBot.Words;

namespace SalesBot.FollowUps;

/// <summary>A follow-up on somebody else's card: when, how, by whom, and its author's own words, not a summary.</summary>
internal sealed record FollowUpLine(Word Head, string Content)
{
    /// <summary>Needs the follow-up's author loaded.</summary>
    public static FollowUpLine Of(FollowUp followUp) => new(
        followUp.Method is { } method
            ? new Word("FollowUp.head_method", followUp.HappenedAt, new Word("Method." + method), followUp.Author)
            : new Word("FollowUp.head", followUp.HappenedAt, followUp.Author),
        followUp.Content);
}
