using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Conversation;

/// <summary>
/// Puts messages for people into the outbox, in the transaction of what caused them: a turn's act (through <see cref="Ledger"/>) or a job.
/// Rows only; <see cref="Outbox"/> delivers them after the commit.
/// </summary>
internal sealed class Post(ReplyRenderer renderer, IEnumerable<IMessenger> messengers)
{
    /// <summary>To the person's latest seat and, where asked for, to their mailbox, in their language, as soon as <see cref="Notice.NotBefore"/> allows.</summary>
    public Task SendAsync(SalesDb db, Notice notice, DateTimeOffset now, CancellationToken cancellationToken) => SendAsync(db, [notice], now, cancellationToken);

    /// <summary>The same of several, whose seats are looked up at once.</summary>
    public async Task SendAsync(SalesDb db, IReadOnlyCollection<Notice> notices, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (notices.Count == 0)
        {
            return;
        }

        var locales = await LocalesAsync(db, [.. notices.Select(n => n.To.Id).Distinct()], cancellationToken);
        foreach (var notice in notices)
        {
            var locale = notice.Place is { } there ? there.Locale : locales.GetValueOrDefault(notice.To.Id);
            var message = Add(db, notice.To, Content(notice.To, notice.View, locale, now), notice.View.Subject, null, now);
            (message.ReferenceId, message.NextAttemptAt) = (notice.Place?.Id, notice.NotBefore > now ? notice.NotBefore.Value : now);
            if (notice.ByMail && messengers.Any(m => m.Serves(Mailbox.Channel)) && await Mailbox.OfAsync(db, notice.To, cancellationToken) is { } box)
            {
                box.Locale = ReplyRenderer.LanguageOf(notice.To, locale);
                var letter = Add(db, notice.To, message.Content, notice.View.Subject, null, now);
                (letter.Reference, letter.NextAttemptAt) = (box, message.NextAttemptAt);
            }
        }
    }

    /// <summary>To a channel: one that still waits is written anew, one that is there is replaced. A seat that belongs to nobody takes none.</summary>
    public async Task AnnounceAsync(SalesDb db, Announcement announcement, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (place, subject) = (announcement.Place, announcement.View.Subject);
        if (place.PersonId is not { } through)
        {
            return;
        }

        var content = JsonSerializer.Serialize(renderer.Render(announcement.View, renderer.In(announcement.Language, announcement.Zone, now)));
        var waiting = await db.Outbox.FirstOrDefaultAsync(o => o.Subject == subject && o.ReferenceId == place.Id && o.State == OutboxState.Waiting, cancellationToken);
        if (waiting is not null)
        {
            waiting.Content = content;
            return;
        }

        var there = await db.SentCards.Where(c => c.Subject == subject && c.ReferenceId == place.Id).OrderByDescending(c => c.Id).Select(c => c.ActivityId).FirstOrDefaultAsync(cancellationToken);
        db.Outbox.Add(new OutboxMessage { PersonId = through, ReferenceId = place.Id, UpdatesActivityId = there, Subject = subject, Content = content, CreatedAt = now, NextAttemptAt = now });
    }

    /// <summary>
    /// Shows a subject anew wherever its card is: on screens, and in messages that still wait, so that nobody gets a card that was overtaken.
    /// </summary>
    /// <param name="act">Of a turn: who pressed which card that the turn itself answers in place (no card where its answer stands beside it), and who is told of it in a message.</param>
    /// <returns>Whom nothing but the card tells, by a message of its own where it cannot change any more.</returns>
    public async Task<IReadOnlyCollection<string>> RenewAsync(SalesDb db, OrgChart org, Refresh refresh, DateTimeOffset now, (long Presser, string? Card, IReadOnlyList<Notice>? Told) act, CancellationToken cancellationToken)
    {
        var waiting = await db.Outbox.Include(o => o.Reference).Where(o => o.Subject == refresh.Subject && o.State == OutboxState.Waiting).ToListAsync(cancellationToken);
        var cards = await db.SentCards.Include(c => c.Reference).Where(c => c.Subject == refresh.Subject).ToListAsync(cancellationToken);
        // Whoever has several old cards is told of the end once.
        var latest = cards.GroupBy(c => c.PersonId).Select(g => g.MaxBy(c => c.Id)!.ActivityId).ToHashSet(StringComparer.Ordinal);
        var byCard = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in waiting)
        {
            if (org.Find(message.PersonId) is { } person && refresh.View(person) is { } view)
            {
                message.Content = Content(person, view, message.Reference is { } seat ? seat.Locale : await LocaleAsync(db, person, cancellationToken), now, message.UpdatesActivityId is { } there && Anew(person, there));
            }
        }

        foreach (var card in cards.Where(c => (c.PersonId, c.ActivityId) != (act.Presser, act.Card) && !waiting.Exists(w => w.UpdatesActivityId == c.ActivityId && w.ReferenceId == c.ReferenceId)))
        {
            if (org.Find(card.PersonId) is { } person && refresh.View(person) is { } view)
            {
                Add(db, person, Content(person, view, card.Reference.Locale, now, Anew(person, card.ActivityId)), refresh.Subject, card, now);
            }
        }

        return byCard;

        bool Anew(Person person, string card)
        {
            var anew = refresh.IsLast && latest.Contains(card) && person.Id != act.Presser && act.Told?.Any(n => n.To.Id == person.Id) != true;
            if (anew)
            {
                byCard.Add(person.Key);
            }

            return anew;
        }
    }

    /// <summary>That of each one's latest personal seat, where a message without one will go.</summary>
    private static async Task<Dictionary<long, string?>> LocalesAsync(SalesDb db, IReadOnlyList<long> people, CancellationToken cancellationToken)
    {
        var seats = await db.References.Where(r => r.PersonId != null && people.Contains(r.PersonId.Value) && !r.IsGroup && r.Channel != Mailbox.Channel)
            .Select(r => new { Person = r.PersonId!.Value, r.LastSeenAt, r.Locale }).ToListAsync(cancellationToken);
        return seats.GroupBy(r => r.Person).ToDictionary(g => g.Key, g => g.MaxBy(r => r.LastSeenAt)!.Locale);
    }

    private static async Task<string?> LocaleAsync(SalesDb db, Person person, CancellationToken cancellationToken) => (await LocalesAsync(db, [person.Id], cancellationToken)).GetValueOrDefault(person.Id);

    private string Content(Person to, View view, string? locale, DateTimeOffset now, bool anew = false) =>
        JsonSerializer.Serialize(renderer.Render(view, renderer.For(to, locale, now)) with { ComesAnew = anew });

    private static OutboxMessage Add(SalesDb db, Person to, string content, string? subject, SentCard? replaces, DateTimeOffset now) =>
        db.Outbox.Add(new OutboxMessage
        {
            PersonId = to.Id, ReferenceId = replaces?.ReferenceId, UpdatesActivityId = replaces?.ActivityId, Subject = subject, Content = content, CreatedAt = now, NextAttemptAt = now,
        }).Entity;
}
