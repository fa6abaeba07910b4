using System.Text.Json;

namespace SalesBot.Server.Channels.Slack;

/// <summary>
/// Who somebody in Slack is: a member of our own workspace with a confirmed e-mail address, linked by <see cref="PersonLinking"/>.
/// </summary>
internal sealed class SlackPeople(SlackClient slack, PersonLinking linking, TimeProvider wall)
{
    private readonly Acquaintances _met = new(wall);

    /// <summary>Links who can be linked; the language that the user has in Slack, null where Slack does not tell.</summary>
    public async Task<string?> MeetAsync(string userId, CancellationToken cancel)
    {
        if (_met.Remembers(userId, out var known))
        {
            return known;
        }

        var answer = await slack.AskAsync("users.info", [new("user", userId), new("include_locale", "true")], cancel);
        if (answer.Error is not null || answer.Body.At("user") is not { } user)
        {
            return null;
        }

        var locale = user.Text("locale") is { Length: > 0 and <= 20 } told ? told : null;
        var linked = await linking.IsLinkedAsync(SlackRoute.ChannelId, userId, cancel)
            || (await IsOursAsync(user, cancel) && await linking.LinkAsync(SlackRoute.ChannelId, userId, [user.Text("profile", "email")], wall.GetUtcNow(), cancel));
        _met.Remember(userId, locale, linked);
        return locale;
    }

    /// <summary>What another workspace says of its members' addresses (shared channels) nobody here vouches for.</summary>
    private async Task<bool> IsOursAsync(JsonElement user, CancellationToken cancel)
    {
        if (user.Is("is_bot") || user.Is("deleted") || user.Is("is_stranger") || user.At("is_email_confirmed") is { ValueKind: JsonValueKind.False })
        {
            return false;
        }

        var me = await slack.AskAsync("auth.test", [], cancel);
        return me.Error is null && me.Body.Text("team_id") is { Length: > 0 } team && string.Equals(team, user.Text("team_id"), StringComparison.Ordinal);
    }
}
