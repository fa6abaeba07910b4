using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.Conversation;

/// <summary>
/// The way out: answers to a turn at once, everything else as rows that stay until the platform accepted them, with back-off, and a dead
/// letter after the last try. Posting happens after the commit, never inside it.
/// </summary>
internal sealed class Outbox(Func<SalesDb> open, IEnumerable<IMessenger> messengers)
{
    private const int Batch = 100;
    private static readonly TimeSpan[] BackOff =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    private readonly IMessenger[] messengers = [.. messengers];
    private readonly SemaphoreSlim delivering = new(1, 1);

    /// <summary>Set when a committed turn left rows behind; the pump waits on it so that they go out at once.</summary>
    public SemaphoreSlim Pending { get; } = new(0, 1);

    public void Wake()
    {
        if (Pending.CurrentCount == 0)
        {
            try
            {
                Pending.Release();
            }
            catch (SemaphoreFullException)
            {
                // Two turns woke the pump at once: once is enough.
            }
        }
    }

    /// <summary>Posts what a turn answers; a reply that the platform does not take now becomes a row.</summary>
    public async Task ReplyAsync(Turn turn, IEnumerable<RenderedReply> replies, CancellationToken cancellationToken)
    {
        foreach (var reply in replies)
        {
            var updates = reply.InPlace ? turn.Press?.CardActivityId : null;
            var delivery = await SendAsync(new Outgoing(turn.From, reply, updates, turn.ActivityId), cancellationToken);
            if (delivery.Outcome == DeliveryOutcome.RetryLater || reply.Subject is not null)
            {
                await RememberAsync(turn, reply, updates, delivery, cancellationToken);
            }
        }
    }

    /// <summary>Tries every row that is due once, one call at a time in this process. Returns how many the platforms accepted.</summary>
    public async Task<int> DeliverDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await delivering.WaitAsync(cancellationToken);
        try
        {
            var accepted = 0;
            while (await DeliverBatchAsync(now, cancellationToken) is { Tried: > 0 } batch)
            {
                accepted += batch.Accepted;
            }

            return accepted;
        }
        finally
        {
            delivering.Release();
        }
    }

    private async Task<(int Tried, int Accepted)> DeliverBatchAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        // PostgreSQL's row locks keep other nodes off this batch. SQLite has one node, and its write lock must not be held while posting.
        await using var transaction = db.Database.IsNpgsql() ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var due = await DueAsync(db, now, cancellationToken);
        var accepted = 0;
        foreach (var message in due)
        {
            var reference = message.Reference ?? await SeatAsync(db, message.PersonId, cancellationToken);
            var delivery = reference is null
                ? Delivery.RetryLater("the person has no conversation yet")
                : await SendAsync(new Outgoing(reference.Address, Content(message), message.UpdatesActivityId), cancellationToken);
            Settle(db, message, reference, delivery, now);
            accepted += delivery.Outcome == DeliveryOutcome.Accepted ? 1 : 0;
            await db.SaveChangesAsync(cancellationToken);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return (due.Count, accepted);
    }

    /// <summary>Rows that are due, oldest first; on PostgreSQL several nodes share them without waiting for each other.</summary>
    private static Task<List<OutboxMessage>> DueAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var source = db.Database.IsNpgsql()
            ? db.Outbox.FromSql($"""SELECT * FROM "Outbox" WHERE "State" = 'Waiting' AND "NextAttemptAt" <= {now.ToUniversalTime()} ORDER BY "Id" LIMIT {Batch} FOR UPDATE SKIP LOCKED""")
            : db.Outbox.Where(o => o.State == OutboxState.Waiting && o.NextAttemptAt <= now).OrderBy(o => o.Id).Take(Batch);
        return source.Include(o => o.Reference).Include(o => o.Person).AsSplitQuery().ToListAsync(cancellationToken);
    }

    private async Task<ConversationReference?> SeatAsync(SalesDb db, long personId, CancellationToken cancellationToken)
    {
        var seat = await db.References.Where(r => r.PersonId == personId && !r.IsGroup).OrderByDescending(r => r.LastSeenAt).FirstOrDefaultAsync(cancellationToken);
        if (seat is not null)
        {
            return seat;
        }

        var person = await db.People.FirstAsync(p => p.Id == personId, cancellationToken);
        if (messengers.Select(m => m.Reach(person.Key)).FirstOrDefault(a => a is not null) is not { } address)
        {
            return null;
        }

        seat = new ConversationReference
        {
            Channel = address.Channel, ConversationId = address.ConversationId, UserId = address.UserId, Locale = address.Locale, Route = address.Route, PersonId = personId,
        };
        db.References.Add(seat);
        return seat;
    }

    private async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        var messenger = messengers.FirstOrDefault(m => m.Serves(message.To.Channel));
        return messenger is null ? Delivery.Refused($"no messenger serves {message.To.Channel}") : await messenger.SendAsync(message, cancellationToken);
    }

    private async Task RememberAsync(Turn turn, RenderedReply reply, string? updates, Delivery delivery, CancellationToken cancellationToken)
    {
        await using var db = open();
        var reference = await db.References.FirstOrDefaultAsync(
            r => r.Channel == turn.From.Channel && r.ConversationId == turn.From.ConversationId && r.UserId == turn.From.UserId, cancellationToken);
        if (reference?.PersonId is not { } personId)
        {
            return;
        }

        var message = new OutboxMessage
        {
            PersonId = personId, Reference = reference, Content = JsonSerializer.Serialize(reply), Subject = reply.Subject, UpdatesActivityId = updates, CreatedAt = turn.Now,
        };
        if (delivery.Outcome == DeliveryOutcome.RetryLater)
        {
            db.Outbox.Add(message);
        }

        Settle(db, message, reference, delivery, turn.Now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Settle(SalesDb db, OutboxMessage message, ConversationReference? reference, Delivery delivery, DateTimeOffset now)
    {
        message.Attempts++;
        message.LastError = delivery.Reason;
        switch (delivery.Outcome)
        {
            case DeliveryOutcome.Accepted:
                message.State = OutboxState.Accepted;
                if (message.Subject is not null && delivery.ActivityId is not null && message.UpdatesActivityId is null && reference is not null)
                {
                    db.SentCards.Add(new SentCard { Subject = message.Subject, PersonId = message.PersonId, Reference = reference, ActivityId = delivery.ActivityId, SentAt = now });
                }

                break;
            case DeliveryOutcome.RetryLater when message.Attempts <= BackOff.Length:
                var wait = BackOff[message.Attempts - 1];
                message.NextAttemptAt = now + (delivery.RetryAfter > wait ? delivery.RetryAfter.Value : wait);
                break;
            default:
                message.State = OutboxState.Dead;
                break;
        }
    }

    private static RenderedReply Content(OutboxMessage message) => JsonSerializer.Deserialize<RenderedReply>(message.Content)!;
}
