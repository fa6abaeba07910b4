using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Deals;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>What our own people have not decided about deals: whoever is told of such a deal for another reason reads with whom it is.</summary>
internal static class WaitingApprovals
{
    /// <summary>By the deal's number, of each the one that has waited longest.</summary>
    public static async Task<IReadOnlyDictionary<long, ApprovalFacts>> OfAsync(Scan scan, IReadOnlyList<Deal> deals, CancellationToken cancellationToken)
    {
        var ids = deals.Select(d => d.Id).ToList();
        return await OfAsync(scan, scan.Db.Approvals.Where(a => ids.Contains(a.DealId ?? a.Contract!.DealId ?? 0)), facts => facts.Approval.DealId ?? facts.Approval.Contract?.DealId, cancellationToken);
    }

    /// <summary>The same by the customer's number.</summary>
    public static Task<IReadOnlyDictionary<long, ApprovalFacts>> OfCustomersAsync(Scan scan, IReadOnlyList<long> customers, CancellationToken cancellationToken) =>
        OfAsync(scan, scan.Db.Approvals.Where(a => customers.Contains(a.Deal!.CustomerId ?? a.Contract!.CustomerId ?? 0)), facts => facts.Approval.Deal?.CustomerId ?? facts.Approval.Contract?.CustomerId, cancellationToken);

    /// <summary>With whom it is, and for how long.</summary>
    public static Word Say(ApprovalFacts facts) => new("Nudge.waits_for_us", facts.Name, facts.Ball.Names, new Word("Count.days", Math.Max(1, (int)(facts.Seating.Now - facts.Approval.SubmittedAt).TotalDays)));

    private static async Task<IReadOnlyDictionary<long, ApprovalFacts>> OfAsync(Scan scan, IQueryable<Approval> approvals, Func<ApprovalFacts, long?> of, CancellationToken cancellationToken)
    {
        var pending = await approvals.Where(a => a.Status == ApprovalStatus.Pending).OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var facts = await ApprovalFacts.LoadAsync(scan.Db, scan.Org, pending, scan.Now, cancellationToken);
        return facts.Where(f => of(f) is not null).GroupBy(f => of(f)!.Value).ToDictionary(g => g.Key, g => g.First());
    }
}
