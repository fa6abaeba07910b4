using System.Text.Json;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.Slack;

/// <summary>
/// Where in Slack to answer. In a channel each thread is a conversation of its own and is answered in the thread; a direct message is one conversation, whose threads
/// are answered where they are, while what the bot says unasked comes below.
/// </summary>
internal sealed record SlackRoute(string Channel, string? Thread)
{
    public const string ChannelId = "slack";

    private const int LongestId = 100;

    /// <summary>Null for ids that Slack does not have.</summary>
    public static Address? From(string? channel, string? thread, string? user, string? locale)
    {
        if (channel is not { Length: > 0 and < LongestId } || user is not { Length: > 0 and < LongestId } || thread?.Length >= LongestId)
        {
            return null;
        }

        var direct = IsDirect(channel);
        return new Address(ChannelId, direct ? channel : $"{channel}:{thread}", user, !direct, locale, JsonSerializer.Serialize(new SlackRoute(channel, thread)));
    }

    public static bool IsDirect(string channel) => channel.StartsWith('D');

    /// <summary>Null when the route is none of ours.</summary>
    public static SlackRoute? Of(Address to)
    {
        try
        {
            return JsonSerializer.Deserialize<SlackRoute>(to.Route) is { Channel: not null } route ? route : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
