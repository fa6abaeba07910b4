using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Server.Channels.Slack;

/// <summary>
/// Who somebody in Slack is: a member of our own workspace with a confirmed e-mail address that exactly one person of the company has. The link is kept like any
/// other messenger's and is not taken away again by a change in Slack.
/// </summary>
internal sealed class SlackPeople(SlackClient slack, Func<SalesDb> open, TimeProvider wall)
{
    private static readonly TimeSpan Known = TimeSpan.FromHours(1);

    /// <summary>A stranger may be entered into the company at any moment.</summary>
    private static readonly TimeSpan Strange = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string? Locale, DateTimeOffset Until)> _met = new(StringComparer.Ordinal);

    /// <summary>Links who can be linked; the language that the user has in Slack, null where Slack does not tell.</summary>
    public async Task<string?> MeetAsync(string userId, CancellationToken cancel)
    {
        var now = wall.GetUtcNow();
        if (_met.TryGetValue(userId, out var met) && met.Until > now)
        {
            return met.Locale;
        }

        var answer = await slack.AskAsync("users.info", [new("user", userId), new("include_locale", "true")], cancel);
        if (answer.Error is not null || answer.Body.At("user") is not { } user)
        {
            return null;
        }

        var locale = user.Text("locale") is { Length: > 0 and <= 20 } told ? told : null;
        var linked = await LinkAsync(userId, user, now, cancel);
        _met[userId] = (locale, now + (linked ? Known : Strange));
        return locale;
    }

    private async Task<bool> LinkAsync(string userId, JsonElement user, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = open();
        if (await db.PersonLinks.AnyAsync(l => l.Channel == SlackRoute.ChannelId && l.UserId == userId, cancel))
        {
            return true;
        }

        if (!await IsOursAsync(user, cancel) || user.Text("profile", "email") is not { Length: > 0 } email)
        {
            return false;
        }

        // Compared here and not by the database: the two databases lower other letters.
        var people = await db.People.Where(p => p.Active && p.Email != null).Select(p => new { p.Id, p.Email }).ToListAsync(cancel);
        if (people.Where(p => string.Equals(p.Email!.Trim(), email, StringComparison.OrdinalIgnoreCase)).ToList() is not [var person])
        {
            return false;
        }

        db.PersonLinks.Add(new PersonLink { Channel = SlackRoute.ChannelId, UserId = userId, PersonId = person.Id, LinkedAt = now });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // The other message of the same person, or the other node, was first.
        }

        return true;
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
