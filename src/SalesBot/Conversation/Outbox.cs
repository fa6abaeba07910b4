using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Telemetry;

namespace SalesBot.Conversation;

/// <summary>
/// The way out: answers to a turn at once, everything else as rows that stay until the platform accepted them, with back-off, and a dead
/// letter after the last try. Posting happens after the commit, never inside it.
/// </summary>
internal sealed class Outbox(Func<SalesDb> open, IEnumerable<IMessenger> messengers)
{
    private const int Batch = 50;
    private const int MaxError = 400;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan[] BackOff =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    private readonly IMessenger[] messengers = [.. messengers];
    private readonly Seats seats = new(messengers);
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
            var delivery = await SendAsync(new Outgoing(turn.From, reply, updates, turn.ActivityId) { Once = turn.ActivityId }, cancellationToken);
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
        var due = await DueAsync(db, now, cancellationToken);
        var (tried, accepted, claimed) = (0, 0, Stopwatch.StartNew());
        // What a slow platform leaves no time for stays claimed, and comes due again when the claim ends.
        DateTimeOffset? noMail = null;
        // Letters last: a mail server may be slow to say that it is not there, and is asked once in a batch then.
        foreach (var message in due.OrderBy(m => m.Reference?.Channel == Mailbox.Channel).TakeWhile(_ => claimed.Elapsed < Claim / 2))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (noMail is { } later && message.Reference?.Channel == Mailbox.Channel)
            {
                message.NextAttemptAt = later;
                await SaveAsync(db);
                continue;
            }

            var (reference, delivery) = await PostAsync(db, message, cancellationToken);
            await SettleAsync(db, message, reference, delivery, now);
            noMail = delivery.Outcome == DeliveryOutcome.RetryLater && reference?.Channel == Mailbox.Channel && message.State == OutboxState.Waiting ? message.NextAttemptAt : noMail;
            (tried, accepted) = (tried + 1, accepted + (delivery.Outcome == DeliveryOutcome.Accepted ? 1 : 0));
        }

        return (tried, accepted);
    }

    /// <summary>
    /// Rows that are due, oldest first. On PostgreSQL a node claims them, by putting them off, without waiting for rows that another node
    /// is claiming; a claim whose node died ends by itself. No lock is held while posting. SQLite has one node, which needs no claim.
    /// </summary>
    private static async Task<List<OutboxMessage>> DueAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = db.Outbox.Where(o => o.State == OutboxState.Waiting && o.NextAttemptAt <= now);
        if (db.Database.IsNpgsql())
        {
            var (at, until) = (now.ToUniversalTime(), (now + Claim).ToUniversalTime());
            var mine = await db.Database.SqlQuery<long>($"""
                UPDATE "Outbox" SET "NextAttemptAt" = {until} WHERE "Id" IN (
                    SELECT "Id" FROM "Outbox" WHERE "State" = 'Waiting' AND "NextAttemptAt" <= {at} ORDER BY "Id" LIMIT {Batch} FOR UPDATE SKIP LOCKED)
                RETURNING "Id" AS "Value"
                """).ToListAsync(cancellationToken);
            due = db.Outbox.Where(o => mine.Contains(o.Id));
        }

        return await due.OrderBy(o => o.Id).Take(Batch).Include(o => o.Reference).Include(o => o.Person).AsSplitQuery().ToListAsync(cancellationToken);
    }

    /// <summary>On the first seat that does not refuse it.</summary>
    private async Task<(ConversationReference? Seat, Delivery Delivery)> PostAsync(SalesDb db, OutboxMessage message, CancellationToken cancellationToken)
    {
        (ConversationReference? Seat, Delivery Delivery) last = (null, Delivery.RetryLater("the person has no conversation yet"));
        foreach (var seat in await seats.OfAsync(db, message, cancellationToken))
        {
            var once = FormattableString.Invariant($"{message.Id}:{message.CreatedAt.UtcTicks}");
            last = (seat, await SendAsync(new Outgoing(seat.Address, Content(message), message.UpdatesActivityId) { Once = once }, CancellationToken.None));
            if (last.Delivery.Outcome != DeliveryOutcome.Refused)
            {
                break;
            }
        }

        return last;
    }

    private async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        var messenger = messengers.FirstOrDefault(m => m.Serves(message.To.Channel));
        var delivery = messenger is null ? Delivery.Refused($"no messenger serves {message.To.Channel}") : await messenger.SendAsync(message, cancellationToken);
        Instruments.Deliveries.Add(1, new("channel", message.To.Channel), new("outcome", delivery.Outcome.ToString()));
        return delivery;
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

    /// <summary>
    /// Row by row; posting and saving belong together and are not cut short by a stop, or it would be sent again after it. What a card shows may have been renewed while it was on its way
    /// (<see cref="Post.RenewAsync"/>): then it goes out as it is now, in place of what arrived. What renews it after that finds it settled (<see cref="OutboxMessage.State"/>).
    /// </summary>
    private static async Task SettleAsync(SalesDb db, OutboxMessage message, ConversationReference? reference, Delivery delivery, DateTimeOffset now)
    {
        if (message.Subject is null)
        {
            Settle(db, message, reference, delivery, now);
            await SaveAsync(db);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var row = db.Outbox.Where(o => o.Id == message.Id);
        // Changes nothing but keeps the row: what renews it comes before, and is seen below, or after, and has to look again.
        await row.ExecuteUpdateAsync(set => set.SetProperty(o => o.Attempts, o => o.Attempts), CancellationToken.None);
        var content = await row.Select(o => o.Content).FirstOrDefaultAsync(CancellationToken.None);
        // What arrived in an account that is the person's no more is never shown anew there.
        var theirs = reference is not null && await db.References.AnyAsync(r => r.Id == reference.Id && (r.IsGroup || r.Channel == Mailbox.Channel || r.PersonId == message.PersonId), CancellationToken.None);
        var renewed = theirs && content is not null && content != message.Content;
        Settle(db, message, reference, delivery with { Said = renewed ? 0 : delivery.Said, ActivityId = theirs ? delivery.ActivityId : null }, now);
        if (renewed && message.State == OutboxState.Accepted && reference is not null && (delivery.ActivityId ?? message.UpdatesActivityId) is { } shown)
        {
            db.Outbox.Add(new OutboxMessage
            {
                PersonId = message.PersonId, Reference = reference, UpdatesActivityId = shown, Subject = message.Subject, Content = content!, CreatedAt = now, NextAttemptAt = now,
            });
        }

        await SaveAsync(db);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>A row that was taken away while it was on its way, or that another node settled, stays as it is; those after it go out.</summary>
    private static async Task SaveAsync(SalesDb db)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged).ToList())
            {
                entry.State = EntityState.Detached;
            }
        }
    }

    private static void Settle(SalesDb db, OutboxMessage message, ConversationReference? reference, Delivery delivery, DateTimeOffset now)
    {
        message.Attempts++;
        message.LastError = delivery.Reason?.Length > MaxError ? delivery.Reason[..MaxError] : delivery.Reason;
        switch (delivery.Outcome)
        {
            case DeliveryOutcome.Accepted:
                message.State = OutboxState.Accepted;
                // Also what came below a card that could not change any more: it is what changes from now on.
                if (message.Subject is not null && delivery.ActivityId is not null && message.UpdatesActivityId != delivery.ActivityId && reference is not null)
                {
                    db.SentCards.Add(new SentCard { Subject = message.Subject, PersonId = message.PersonId, Reference = reference, ActivityId = delivery.ActivityId, SentAt = now });
                }

                break;
            case DeliveryOutcome.RetryLater when message.Attempts <= BackOff.Length:
                if (delivery.Said > 0 && reference is not null)
                {
                    message.Content = JsonSerializer.Serialize(Content(message) with { Begun = new Begun(reference.Channel, reference.ConversationId, delivery.Said) });
                }

                var wait = BackOff[message.Attempts - 1];
                message.NextAttemptAt = now + (delivery.RetryAfter > wait ? delivery.RetryAfter.Value : wait);
                break;
            default:
                message.State = OutboxState.Dead;
                message.Reference ??= reference;
                break;
        }
    }

    private static RenderedReply Content(OutboxMessage message) => JsonSerializer.Deserialize<RenderedReply>(message.Content)!;
}
