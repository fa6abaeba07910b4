using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Splits;

/// <summary>Looks at each deal that an act has made or changed, whatever command did it: whether it makes one with others (GV-05). Speaks of nobody's intent.</summary>
internal sealed class SplitArea : Area
{
    private static readonly string[] Telling = [nameof(Deal.Amount), nameof(Deal.Currency), nameof(Deal.Name), nameof(Deal.CustomerId), nameof(Deal.OwnerId), nameof(Deal.ProductId)];

    /// <summary>What a review of a deal hangs on once it is open.</summary>
    private static readonly string[] Worth = [nameof(Deal.Amount), nameof(Deal.Currency), nameof(Deal.Status)];

    public override async Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        reply = await DecidedAsync(act, reply, cancellationToken);
        var touched = act.Db.Tracked<Deal>().Where(Touched).Select(e => e.Entity).ToList();
        var rule = touched.Count == 0 ? null : await SplitRule.LoadAsync(act.Db, cancellationToken);
        foreach (var deal in touched)
        {
            reply = await LookAsync(act, deal, rule!, reply, cancellationToken);
        }

        return await SettleAsync(act, reply, cancellationToken);
    }

    public override Task<Reply> UndoneAsync(Act act, Reply reply, CancellationToken cancellationToken) => SettleAsync(act, reply, cancellationToken);

    /// <summary>A review stays when its deal goes back: it is closed then, not gone.</summary>
    public override bool Lasts(SalesDb db, Change change) => change.Record == nameof(Approval) && db.Tracked<Approval>().Any(a => a.Entity.Key == change.Key && a.Entity.Kind == ApprovalKind.SplitReview);

    private static bool Touched(EntityEntry<Deal> entry) => entry.State == EntityState.Added || (entry.State == EntityState.Modified && Telling.Any(field => entry.Property(field).IsModified && !Equals(entry.Property(field).OriginalValue, entry.Property(field).CurrentValue)));

    private static async Task<Reply> LookAsync(Act act, Deal deal, SplitRule rule, Reply reply, CancellationToken cancellationToken)
    {
        if (deal.Amount is not > 0 || !rule.Limits.ContainsKey(deal.Currency))
        {
            return reply;
        }

        var others = await SplitSet.CandidatesAsync(act.Db, SplitSet.Around(act.Org, deal.OwnerId), deal.CreatedAt.AddDays(-rule.Days), cancellationToken);
        await act.Db.Entry(deal).Reference(d => d.Customer).LoadAsync(cancellationToken);
        if (SplitSet.Of(deal, others, act.Org, rule) is not { } set || await SplitReview.OpenAsync(act, set, rule, cancellationToken) is not { } opened)
        {
            return reply;
        }

        Word note = new("Split.opened", set.Deals.Count - 1, new Money(set.Sum, set.Currency), opened.Facts.Ball.Names);
        return reply with
        {
            Receipt = reply.Receipt?.Noting(note),
            Notices = [.. reply.Notices, .. opened.Notices],
            Refreshes = [.. reply.Refreshes, opened.Facts.Refresh],
        };
    }

    /// <summary>That deals are approved as one is told to who has them and whom those report to, in the words of an arrangement.</summary>
    private static async Task<Reply> DecidedAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        foreach (var review in act.Db.Tracked<Approval>().Where(e => e.State == EntityState.Modified && e.Entity.Kind == ApprovalKind.SplitReview && e.Entity.Status is ApprovalStatus.Approved or ApprovalStatus.Refused && e.Property(a => a.Status).OriginalValue == ApprovalStatus.Pending).Select(e => e.Entity).ToList())
        {
            var deals = await act.Db.Deals.Where(d => review.About.Contains(d.Key)).OrderBy(d => d.CreatedAt).ToListAsync(cancellationToken);
            var owners = deals.Select(d => act.Org.Find(d.OwnerId)).OfType<Person>().ToList();
            var superiors = review.Status == ApprovalStatus.Refused ? owners.Select(act.Org.Superior).OfType<Person>() : [];
            // Each reads of the deals that they may see.
            Word Told(Viewer reader)
            {
                var seen = deals.FindAll(d => reader.Sees(d.OwnerId));
                return new Word("Split.told." + review.Status, seen.ConvertAll(d => d.Name), new Money(seen.Sum(d => d.Amount ?? 0), seen[0].Currency), act.Me, review.Comment ?? "");
            }

            var people = owners.Concat(superiors).DistinctBy(p => p.Id).Where(p => p.Id != act.Me.Id).ToList();
            reply = reply with { Notices = [.. reply.Notices.Where(n => !people.Exists(p => p.Id == n.To.Id)), .. people.Select(p => new Notice(p, new View(null, null, Told(act.Org.Viewer(p)))))] };
        }

        return reply;
    }

    /// <summary>A review that waits is closed when its deals, as this turn leaves them, no longer come to the limit.</summary>
    private static async Task<Reply> SettleAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        var touched = act.Db.Tracked<Deal>().Where(e => e.State == EntityState.Deleted || (e.State == EntityState.Modified && Worth.Any(field => e.Property(field).IsModified))).Select(e => e.Entity.Key).ToList();
        if (touched.Count == 0)
        {
            return reply;
        }

        var waiting = (await act.Db.Approvals.Include(a => a.Approvers).Where(a => a.Kind == ApprovalKind.SplitReview && a.Status == ApprovalStatus.Pending).ToListAsync(cancellationToken))
            .FindAll(a => a.Status == ApprovalStatus.Pending && a.About.Exists(touched.Contains));
        var rule = waiting.Count == 0 ? null : await SplitRule.LoadAsync(act.Db, cancellationToken);
        foreach (var review in waiting)
        {
            var deals = (await act.Db.Deals.Where(d => review.About.Contains(d.Key)).ToListAsync(cancellationToken)).Where(d => act.Db.Entry(d).State != EntityState.Deleted && d.Status != DealStatus.Lost).ToList();
            if (deals.Count > 1 && deals.Sum(d => d.Amount ?? 0) >= rule!.Limits.GetValueOrDefault(deals[0].Currency, decimal.MaxValue))
            {
                review.AmountAfter = deals.Sum(d => d.Amount);
                continue;
            }

            var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, review, act.Now, cancellationToken);
            var holders = facts.Ball.Holders;
            (review.Status, review.DecidedById, review.DecidedAt) = (ApprovalStatus.Withdrawn, act.Me.Id, act.Now);
            reply = reply with
            {
                Notices = [.. reply.Notices, .. holders.Where(p => p.Id != act.Me.Id).Select(p => new Notice(p, new View(null, null, new Word("Split.closed", facts.Name))))],
                Refreshes = [.. reply.Refreshes, facts.Refresh],
            };
        }

        return reply;
    }
}
