using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.People.Linking;

/// <summary>What a messenger is called, and which one somebody means.</summary>
internal static class MessengerName
{
    /// <summary>In place of a channel: whichever one the person used last.</summary>
    public const string Last = "last";

    private static readonly SpokenLists Called = new("SalesBot.People.Linking.messenger-words.txt");

    /// <summary>What else Azure serves has no name of ours but the id by which Azure calls it.</summary>
    public static Word Of(string? channel) => channel is null ? new("Messenger." + Last)
        : (In(channel) ?? Called.In("page", channel)) is { } known ? new("Messenger." + known) : new("Messenger.other", channel);

    /// <summary>The channel that was named, or <see cref="Last"/>; null for none that is known.</summary>
    public static string? In(string? said) => Called.In("messenger", said);
}
