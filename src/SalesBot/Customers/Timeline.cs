using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.FollowUps;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>One thing that happened with a customer.</summary>
/// <param name="At">When it happened, not when it was entered.</param>
internal sealed record TimelineEvent(DateTimeOffset At, object What, Person? Who);

/// <summary>What is on record of a customer in the order of time: talks, deals and their moves, documents, contracts, money that came in.</summary>
internal static class Timeline
{
    /// <summary>Of each kind; who wants older ones exports them.</summary>
    private const int Most = 200;

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<TimelineEvent>> ReadAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var (db, viewer, id) = (act.Db, act.Viewer, customer.Id);
        var talks = await db.FollowUps.AsNoTracking().WithCustomer().VisibleTo(viewer).Where(f => f.CustomerId == id || f.Deal!.CustomerId == id).OrderByDescending(f => f.HappenedAt).Take(Most)
            .Select(f => new { f.HappenedAt, f.Method, f.Content, f.AuthorId }).ToListAsync(cancellationToken);
        var deals = db.Deals.HistoryFor(viewer).Where(d => d.CustomerId == id);
        var moves = await db.StageChanges.AsNoTracking().Where(c => deals.Any(d => d.Id == c.DealId)).OrderByDescending(c => c.At).Take(Most).Select(c => new { c.At, c.From, c.To, c.Deal.Name, c.ById }).ToListAsync(cancellationToken);
        var documents = await db.Documents.AsNoTracking().VisibleTo(viewer).Where(d => d.CustomerId == id || d.Deal!.CustomerId == id).OrderByDescending(d => d.CreatedAt).Take(Most)
            .Select(d => new { d.CreatedAt, d.Name, d.UploadedById }).ToListAsync(cancellationToken);
        var contracts = db.Contracts.HistoryFor(viewer).Where(c => c.CustomerId == id || c.Deal!.CustomerId == id);
        var signed = await contracts.Where(c => c.SignedOn != null).OrderByDescending(c => c.SignedOn).Take(Most).Select(c => new { c.SignedOn, c.Title, c.Amount, c.Currency }).ToListAsync(cancellationToken);
        var money = await db.ReceivedPayments.AsNoTracking().Where(p => contracts.Any(c => c.Id == p.ContractId)).OrderByDescending(p => p.ReceivedOn).Take(Most)
            .Select(p => new { p.ReceivedOn, p.Amount, p.Contract.Currency, p.EnteredById }).ToListAsync(cancellationToken);
        var hands = await db.OwnerChanges.AsNoTracking().Where(c => c.CustomerId == id).OrderByDescending(c => c.CreatedAt).Take(Most).ToListAsync(cancellationToken);
        DateTimeOffset Noon(DateOnly day) => Zones.Instant(day, new TimeOnly(12, 0), act.Me.TimeZone);
        return
        [
            .. talks.Select(f => new TimelineEvent(f.HappenedAt, f.Method is null ? (object)f.Content : new Word("Format.Dot", new Word("Method." + f.Method), f.Content), act.Org.Find(f.AuthorId)))
                .Concat(moves.Select(m => new TimelineEvent(m.At, m.From is null ? new Word("Timeline.deal", m.Name) : new Word("Timeline.move", m.Name, StageName.Of(m.From), StageName.Of(m.To)), act.Org.Find(m.ById))))
                .Concat(documents.Select(d => new TimelineEvent(d.CreatedAt, new Word("Timeline.document", d.Name), act.Org.Find(d.UploadedById))))
                .Concat(hands.Select(c => new TimelineEvent(c.CreatedAt, new Word("Timeline.hands." + c.Kind, Who(act, c.FromId), Who(act, c.ToId)), act.Org.Find(c.ById))))
                .Concat(signed.Select(c => new TimelineEvent(Noon(c.SignedOn!.Value), new Word("Timeline.signed", c.Title, new Money(c.Amount, c.Currency)), null)))
                .Concat(money.Select(p => new TimelineEvent(Noon(p.ReceivedOn), new Word("Timeline.paid", new Money(p.Amount, p.Currency)), act.Org.Find(p.EnteredById))))
                .OrderByDescending(e => e.At),
        ];
    }
    private static object Who(Act act, long? person) => act.Org.Find(person) is { } one ? one : new Word("Customer.pool");
}
