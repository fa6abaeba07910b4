using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.FollowUps;

/// <summary>How talks with customers are asked for and said.</summary>
internal static class TalkWords
{
    private static readonly SpokenLists Lists = new("SalesBot.FollowUps.talk-words.txt");

    /// <summary>The ways of talking that the question is limited to; null where it is not. A page that is turned keeps them.</summary>
    public static IReadOnlyList<string?>? Methods(Act act)
    {
        if (act.Slots.Text("method") is null && act.Said is { } said && Lists.In("method", said) is { } spoken) act.Slots["method"] = spoken;
        return act.Slots.Text("method")?.Split('+') is { } methods ? methods : null;
    }

    /// <summary>When, how, with whom and by whom.</summary>
    public static Word Head(FollowUp talk)
    {
        Word when = talk.Method is { } method ? new("Format.Dot", talk.HappenedAt, new Word("Method." + method)) : new("Format.Plain", talk.HappenedAt);
        var met = talk.Contact is { ErasedAt: null } contact ? contact.Name : talk.With;
        return met is null ? new Word("Format.Dot", when, talk.Author) : new Word("Talk.head", when, met, talk.Author);
    }
}
