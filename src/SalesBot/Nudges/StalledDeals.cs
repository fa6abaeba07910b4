using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>
/// AL-01: a deal that has stood in one stage for more than 7 days wakes its owner and the direct superior. Only a reason, a next step and its
/// date clear it; they park the deal until that date, and if it has not moved by then it comes back.
/// </summary>
internal sealed class StalledDeals : NudgeRule
{
    public static readonly TimeSpan Limit = TimeSpan.FromDays(7);

    public override string Id => "stalled";

    /// <summary>The moment from which a deal counts as stalled.</summary>
    public static DateTimeOffset Since(Deal deal) => deal.ParkedUntil > deal.StageSince + Limit ? deal.ParkedUntil.Value : deal.StageSince + Limit;

    public static IQueryable<Deal> Stalled(IQueryable<Deal> deals, DateTimeOffset now)
    {
        var entered = now - Limit;
        return deals.Where(d => d.Status == DealStatus.Open && d.StageSince <= entered && (d.ParkedUntil == null || d.ParkedUntil <= now));
    }

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var deals = await Stalled(scan.Db.Deals.AsNoTracking(), scan.Now)
            .Where(d => !scan.Db.Findings.Any(f => f.Rule == "stalled" && f.SubjectId == d.Id && f.FoundAt >= d.StageSince && (d.ParkedUntil == null || f.FoundAt >= d.ParkedUntil)))
            .ToListAsync(cancellationToken);
        return [.. deals.SelectMany(d => scan.Org.Find(d.OwnerId) is { } owner ? For(scan, d, Since(d), owner, scan.Org.Superior(owner)) : [])];
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var deals = await Stalled(scan.Db.Deals.AsNoTracking().Include(d => d.Customer).Include(d => d.Owner), scan.Now).Where(d => ids.Contains(d.Id)).ToListAsync(cancellationToken);
        var still = findings.Where(f => deals.Exists(d => d.Id == f.SubjectId)).ToList();
        return deals.Count switch
        {
            0 => null,
            1 => new Told(StalledCard.One(deals[0], person, scan.Now), still),
            _ => new Told(StalledCard.Several(deals, scan.Now), still),
        };
    }
}
