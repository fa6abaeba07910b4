using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;

namespace SalesBot.Conversation;

/// <summary>Who takes this turn, on which seat: the conversation reference, refreshed, and the person it belongs to.</summary>
internal sealed record Seat(ConversationReference Reference, Person? Person, Focus Focus)
{
    /// <summary>An open question takes answers for this long (issue: open questions survive a restart and expire).</summary>
    private static readonly TimeSpan QuestionLives = TimeSpan.FromHours(12);

    /// <summary>Characters: whoever says more does not only nod at what was told.</summary>
    private const int ShortWord = 40;

    /// <summary>When a seat was the latest need not be known closer, as long as it is the latest; a question that changes nothing then writes nothing.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public static async Task<Seat> TakeAsync(SalesDb db, OrgChart org, Turn turn, CancellationToken cancellationToken)
    {
        var reference = await db.References.FirstOrDefaultAsync(
            r => r.Channel == turn.From.Channel && r.ConversationId == turn.From.ConversationId && r.UserId == turn.From.UserId, cancellationToken);
        if (reference is null)
        {
            reference = new ConversationReference { Channel = turn.From.Channel, ConversationId = turn.From.ConversationId, UserId = turn.From.UserId };
            db.References.Add(reference);
        }

        var person = turn.PersonKey is { } key ? org.Find(key) : org.Find(await LinkedAsync(db, turn.From, cancellationToken));
        reference.PersonId = person?.Id;
        reference.IsGroup = turn.From.IsGroup;
        reference.Locale = turn.From.Locale ?? reference.Locale;
        reference.Route = turn.From.Route;
        var spoke = reference.LastSeenAt;
        if ((turn.Now - reference.LastSeenAt).Duration() > SeenEvery || await WasElsewhereAsync(db, reference, cancellationToken))
        {
            reference.LastSeenAt = turn.Now;
        }

        var active = person is { Active: true } ? person : null;
        var focus = Remembered(reference, turn.Now);
        return new Seat(reference, active, active is null ? focus : focus with { Unasked = await UnaskedAsync(db, active, turn, spoke, cancellationToken) });
    }

    /// <summary>Whether the person was seen in another messenger since: what is told then would go there.</summary>
    private static Task<bool> WasElsewhereAsync(SalesDb db, ConversationReference here, CancellationToken cancellationToken) =>
        db.References.AnyAsync(r => r.PersonId != null && r.PersonId == here.PersonId && r.LastSeenAt > here.LastSeenAt, cancellationToken);

    /// <summary>Asked of a short word only, as most messages nod at nothing.</summary>
    private static async Task<string?> UnaskedAsync(SalesDb db, Person person, Turn turn, DateTimeOffset spoke, CancellationToken cancellationToken)
    {
        if (turn is not { Press: null, From.IsGroup: false, Text: { Length: > 0 and <= ShortWord } }) return null;
        string? unasked = null;
        foreach (var area in Area.All) unasked ??= await area.UnaskedAsync(db, person, spoke, cancellationToken);
        return unasked;
    }

    /// <summary>What was stored last, in this turn or before it.</summary>
    public Focus Remembered(DateTimeOffset now) => Remembered(Reference, now);

    /// <summary>Stores what the conversation is about from now on.</summary>
    public void Remember(Focus focus, DateTimeOffset now)
    {
        Reference.Focus = JsonSerializer.Serialize(focus, JsonSerializerOptions.Web);
        Reference.AskedAt = focus.Pending is null ? null : now;
    }

    /// <summary>The person whom this user was linked to; null for nobody.</summary>
    public static Task<long?> LinkedAsync(SalesDb db, Address from, CancellationToken cancellationToken) =>
        db.PersonLinks.Where(l => l.Channel == from.Channel && l.UserId == from.UserId && l.EndedAt == null).Select(l => (long?)l.PersonId).FirstOrDefaultAsync(cancellationToken);

    private static Focus Remembered(ConversationReference reference, DateTimeOffset now)
    {
        var focus = reference.Focus is { } json ? JsonSerializer.Deserialize<Focus>(json, JsonSerializerOptions.Web) ?? new Focus() : new Focus();
        return reference.AskedAt is { } asked && now - asked > QuestionLives ? focus.Settled() with { Waiting = null } : focus;
    }
}
