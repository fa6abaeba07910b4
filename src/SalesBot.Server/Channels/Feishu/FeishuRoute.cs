using System.Text.Json;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>Where in Feishu to answer: a chat, and in a group the message that is answered.</summary>
internal sealed record FeishuRoute(string Chat, string? Message)
{
    public const string ChannelId = "feishu";

    // What the database keeps of an id; one beyond that is nobody's.
    public const int LongestId = 100;

    /// <summary>Null for ids that Feishu does not have.</summary>
    public static Address? From(string? chat, string? user, bool isGroup, string? message) =>
        IsId(chat) && IsId(user) ? new Address(ChannelId, chat!, user!, isGroup, Locale: null, JsonSerializer.Serialize(new FeishuRoute(chat!, isGroup && IsId(message) ? message : null))) : null;

    /// <summary>Ids stand in paths: nothing else gets there.</summary>
    public static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Null when the route is none of ours.</summary>
    public static FeishuRoute? Of(Address to)
    {
        try
        {
            return JsonSerializer.Deserialize<FeishuRoute>(to.Route) is { Chat: not null } route ? route : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
