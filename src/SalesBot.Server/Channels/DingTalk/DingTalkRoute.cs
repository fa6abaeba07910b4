using System.Text.Json;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>Where in DingTalk to answer: by the address that came with the last message, as long as it is good, else by the API.</summary>
/// <param name="Group">The group's conversation; null for a member alone.</param>
/// <param name="Webhook">Null where none came, or none to which we post.</param>
internal sealed record DingTalkRoute(string? Group, string? Webhook, long WebhookUntil)
{
    public const string ChannelId = "dingtalk";

    private const int LongestId = 200;
    private const int LongestAddress = 2000;

    /// <summary>Null for ids that DingTalk does not have.</summary>
    public static Address? From(string? conversation, string? user, bool group, string? webhook, long until) =>
        conversation is { Length: > 0 and <= LongestId } && user is { Length: > 0 and <= LongestId }
            ? new Address(ChannelId, conversation, user, group, null, JsonSerializer.Serialize(new DingTalkRoute(group ? conversation : null, webhook is { Length: <= LongestAddress } ? webhook : null, until)))
            : null;

    /// <summary>Null when the route is none of ours.</summary>
    public static DingTalkRoute? Of(Address to)
    {
        try
        {
            return JsonSerializer.Deserialize<DingTalkRoute>(to.Route);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>DingTalk's signature does not cover the body: an address in it may be anybody's.</summary>
    public static bool IsTheirs(string? address, IHostEnvironment environment) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && (uri is { Scheme: "https" or "wss", IsDefaultPort: true } && uri.Host.EndsWith(".dingtalk.com", StringComparison.OrdinalIgnoreCase) || (uri is { IsLoopback: true, Scheme: "http" or "ws" } && environment.IsDevelopment()));
}
