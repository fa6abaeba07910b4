using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.People.Linking;

/// <summary>What a messenger is called, and which one somebody means.</summary>
internal static class MessengerName
{
    /// <summary>In place of a channel: whichever one the person used last.</summary>
    public const string Last = "last";

    private static readonly SpokenLists Called = new("SalesBot.People.Linking.messenger-words.txt");
    private static readonly string[] Known = ["feishu", "dingtalk", "wecom", "msteams", "slack"];

    /// <summary>A page of our own, and whatever else Azure serves, has no name that people would know.</summary>
    public static Word Of(string? channel) => new("Messenger." + (channel is null ? Last : Known.Contains(channel, StringComparer.Ordinal) ? channel : "web"));

    /// <summary>The channel that was named, or <see cref="Last"/>; null for none that is known.</summary>
    public static string? In(string? said) => Called.In("messenger", said);
}
