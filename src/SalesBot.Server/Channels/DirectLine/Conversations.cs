using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>
/// Names of conversations and activities. Each person has one conversation whose id follows from the person's key, so that a nudge finds its way
/// before the person ever opened the page. Activity ids are <c>{conversation}|{sequence:7}</c> (PROTOCOLS.md B).
/// </summary>
internal static class Conversations
{
    /// <summary>Under this name our own conversations are kept and answered: Azure's Direct Line (<see cref="ChannelId"/>) is another channel, reached through the Connector.</summary>
    public const string Channel = "web";

    /// <summary>What activities of this protocol say.</summary>
    public const string ChannelId = "directline";
    public const string BotId = "salesbot";
    public const string BotName = "SalesBot";

    public static string Of(string personKey) =>
        personKey.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? "web-" + personKey : "web~" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(personKey));

    /// <summary>Where a person of such a conversation is answered.</summary>
    public static Address Seat(string conversation, string user, string? locale) => new(Channel, conversation, user, IsGroup: false, locale, Route: "");

    public static string NewNameless() => "anon-" + Guid.NewGuid().ToString("N");

    public static string ActivityId(string conversation, long sequence) => conversation + "|" + sequence.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>The sequence number of one of our activity ids; null for any other text.</summary>
    public static long? Sequence(string conversation, string activityId) =>
        activityId.StartsWith(conversation + "|", StringComparison.Ordinal)
        && long.TryParse(activityId.AsSpan(conversation.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
}
