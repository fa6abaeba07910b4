using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.Splits;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>GV-05: what no act of the bot has shown (an import, a rule that was changed): deals that may be one are put before director and finance.</summary>
internal sealed class SplitDeals : NudgeRule
{
    /// <summary>Reviews that one look may open; the next look finds the rest.</summary>
    private const int Most = 5;

    public override string Id => "split";

    public override bool Urgent => true;

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var rule = await SplitRule.LoadAsync(scan.Db, cancellationToken);
        var since = scan.Now.AddDays(-rule.Days);
        var young = await scan.Db.Deals.Include(d => d.Customer!.Contacts).Where(d => d.Status == DealStatus.Open && d.CreatedAt >= since && d.Amount > 0).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        var findings = new List<Finding>();
        var opened = 0;
        var firms = new Firms(young.Select(d => d.Customer).OfType<Customer>());
        foreach (var group in young.GroupBy(d => scan.Org.Find(d.OwnerId)?.TeamId ?? -d.OwnerId).Where(g => g.Skip(1).Any()))
        {
            var of = group.ToLookup(d => d.CustomerId);
            foreach (var deal in group.Reverse().Where(d => d.CustomerId is not null))
            {
                var near = firms.Of(deal.CustomerId!.Value).SelectMany(firm => of[firm]);
                if (opened == Most || SplitSet.Of(deal, near, scan.Org, rule) is not { } set || scan.Org.Find(deal.OwnerId) is not { } owner)
                {
                    continue;
                }

                var act = new Act(scan.Db, scan.Org, owner, new Frame("split_scan"), scan.Now, new Focus());
                if (await SplitReview.OpenAsync(act, set, rule, cancellationToken) is { } review)
                {
                    opened++;
                    findings.AddRange(For(scan, set.Deals[0], scan.Now, new Evaluation(since, rule.Days) { Owner = owner.Id }, review.Facts.Ball.Holders));
                }
            }
        }

        return [.. findings.DistinctBy(f => (f.SubjectId, f.PersonId))];
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var pending = await scan.Db.Approvals.Where(a => a.Kind == ApprovalKind.SplitReview && a.Status == ApprovalStatus.Pending && a.DealId != null && ids.Contains(a.DealId.Value)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var open = (await ApprovalFacts.LoadAsync(scan.Db, scan.Org, pending, scan.Now, cancellationToken)).Where(f => f.Ball.Holders.Any(h => h.Id == person.Id)).ToList();
        if (open.Count == 0)
        {
            return null;
        }

        Word title = new("Nudge.split.title", open.Count);
        List<Finding> told = [.. findings.Where(f => open.Exists(o => o.Approval.DealId == f.SubjectId))];
        return LateApprovals.Tell(title, open, person, told) with { Own = open.Count == 1 ? open[0].For(person, after: WhyNudge.Of(told)) : null };
    }
}
