using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>What rests until something happens wakes up when an act makes it happen: it is told again, if it is still so. What was found by a day that was moved is over.</summary>
internal sealed class NudgeArea : Area
{
    public override object? NameOf(Record record) => record is NudgePause pause ? new Word("Pause.called", pause.Until) : null;

    public override async Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        await MovedAsync(act, cancellationToken);
        var (deals, customers) = (new HashSet<long>(), new HashSet<long>());
        void Happened(long? deal, long? customer)
        {
            if (deal is not null) deals.Add(deal.Value);
            if (customer is not null) customers.Add(customer.Value);
        }

        var events = new List<string>();
        foreach (var talk in act.Db.Tracked<FollowUp>().Where(e => e.State == EntityState.Added && e.Entity.Method != CommentDeal.Method).Select(e => e.Entity))
        {
            events.Add("contact");
            Happened(talk.DealId ?? talk.Deal?.Id, talk.CustomerId ?? talk.Customer?.Id ?? talk.Deal?.CustomerId);
        }

        if (customers.Count > 0) await WakeUpCalls.MadeAsync(act, customers, cancellationToken);

        foreach (var signed in act.Db.Tracked<Contract>().Where(e => e.State == EntityState.Modified && e.Entity.Status == ContractStatus.Signed && e.Property(c => c.Status).IsModified).Select(e => e.Entity))
        {
            events.Add("contract");
            Happened(signed.DealId, signed.CustomerId);
        }

        foreach (var paid in act.Db.Tracked<ReceivedPayment>().Where(e => e.State == EntityState.Added).Select(e => e.Entity))
        {
            events.Add("payment");
            Happened(paid.Contract?.DealId, paid.Contract?.CustomerId);
        }

        foreach (var quote in act.Db.Tracked<Quote>().Where(e => e.State == EntityState.Added).Select(e => e.Entity))
        {
            events.Add("quote");
            Happened(quote.DealId, quote.Deal?.CustomerId);
        }

        foreach (var moved in act.Db.Tracked<Deal>().Where(e => e.State == EntityState.Modified && e.Property(d => d.Stage).IsModified).Select(e => e.Entity))
        {
            events.Add("stage");
            Happened(moved.Id, moved.CustomerId);
        }

        return events.Count == 0 ? reply : await WakeAsync(act, reply, events, deals, customers, cancellationToken);
    }

    /// <summary>A payment that is due on another day is told of by that day: what was found by the old one is over.</summary>
    private static async Task MovedAsync(Act act, CancellationToken cancellationToken)
    {
        foreach (var moved in act.Db.Tracked<PaymentDue>().Where(e => e.State == EntityState.Modified && e.Property(p => p.DueOn).IsModified).Select(e => e.Entity))
        {
            foreach (var finding in await act.Db.Findings.Where(f => (f.Rule == "payment" || f.Rule == "payment_soon") && f.SubjectId == moved.Id && f.State != FindingState.Cleared).ToListAsync(cancellationToken))
            {
                if (Evaluation.Read(finding.Facts)?.From != PaymentSpells.Of(moved).From) (finding.State, finding.ClearedAt) = (FindingState.Cleared, act.Now);
            }
        }
    }

    private static async Task<Reply> WakeAsync(Act act, Reply reply, List<string> events, HashSet<long> deals, HashSet<long> customers, CancellationToken cancellationToken)
    {
        var records = await act.Db.Deals.Where(d => deals.Contains(d.Id)).Select(d => d.Key).Concat(act.Db.Customers.Where(c => customers.Contains(c.Id)).Select(c => c.Key)).ToListAsync(cancellationToken);
        await Rest.HappenedAsync(act.Db, events, records, cancellationToken);
        foreach (var finding in await act.Db.Findings.Where(f => f.SnoozedFor != null && events.Contains(f.SnoozedFor) && f.State == FindingState.Waiting && f.SnoozedUntil > act.Now).ToListAsync(cancellationToken))
        {
            var (deal, customer) = finding.Rule switch
            {
                "stalled" => await act.Db.Deals.Where(d => d.Id == finding.SubjectId).Select(d => ValueTuple.Create((long?)d.Id, d.CustomerId)).FirstOrDefaultAsync(cancellationToken),
                "silent" or "cadence" or "recycle" or "recycled" => (null, finding.SubjectId),
                "ticket" => (null, await act.Db.Tickets.Where(t => t.Id == finding.SubjectId).Select(t => (long?)t.CustomerId).FirstOrDefaultAsync(cancellationToken)),
                "promise" => await act.Db.Promises.Where(p => p.Id == finding.SubjectId).Select(p => ValueTuple.Create(p.DealId, (long?)p.CustomerId)).FirstOrDefaultAsync(cancellationToken),
                "risk_review" => await act.Db.Risks.Where(r => r.Id == finding.SubjectId).Select(r => ValueTuple.Create(r.DealId, r.CustomerId)).FirstOrDefaultAsync(cancellationToken),
                "payment" or "payment_soon" => await act.Db.Payments.Where(p => p.Id == finding.SubjectId).Select(p => ValueTuple.Create(p.Contract.DealId, p.Contract.CustomerId)).FirstOrDefaultAsync(cancellationToken),
                _ => await act.Db.Todos.Where(t => t.Id == finding.SubjectId).Select(t => ValueTuple.Create(t.DealId, t.CustomerId)).FirstOrDefaultAsync(cancellationToken),
            };
            if ((deal is { } d && deals.Contains(d)) || (customer is { } c && customers.Contains(c)))
            {
                (finding.SnoozedUntil, finding.SnoozedFor) = (act.Now, null);
            }
        }

        return reply;
    }
}
