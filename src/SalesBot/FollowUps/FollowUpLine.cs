using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.FollowUps;

/// <summary>A follow-up on somebody else's card: when, how, by whom (unless the reader wrote it), and its author's own words, not a summary.</summary>
internal sealed record FollowUpLine(Word Head, string Content)
{
    /// <summary>Needs the follow-up's author loaded.</summary>
    public static FollowUpLine Of(FollowUp followUp, Person reader)
    {
        object when = followUp.Method is { } method ? new Word("FollowUp.head", followUp.HappenedAt, new Word("Method." + method)) : followUp.HappenedAt;
        return new FollowUpLine(followUp.AuthorId == reader.Id ? new Word("Format.Plain", when) : new Word("FollowUp.head", when, followUp.Author), followUp.Content);
    }
}
