using SalesBot.Conversation;

namespace SalesBot.Server.Channels.WeCom;

/// <summary>A member's one conversation with our app; groups do not reach an app of the company's own.</summary>
internal static class WeComRoute
{
    public const string ChannelId = "wecom";

    private const int LongestId = 64;

    /// <summary>Null for ids that WeCom does not have. WeCom takes a member's id in any case of letters, and tells it as it was laid down.</summary>
    public static Address? From(string? user) =>
        user is { Length: > 0 and <= LongestId } && !user.Contains('|', StringComparison.Ordinal) ? new Address(ChannelId, user, user, false, null, "") : null;
}
