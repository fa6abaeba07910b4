using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Tasks;

namespace SalesBot.Nudges;

/// <summary>
/// AL-01: a deal that has stood in one stage for too long (<see cref="StallLimit"/>) wakes its owner and the direct superior. Only a reason, a next step and its
/// date clear it; they park the deal until that date, and if it has not moved by then it comes back.
/// </summary>
internal sealed class StalledDeals : NudgeRule
{
    public override string Id => "stalled";

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Ladder = [new(0, [Recipients.Owner, Recipients.Superior]), new(7, [Recipients.Director])] };

    public override DateTimeOffset? Reached(Scan scan, Spell spell) => StallLimit.Of(scan.Process, spell.Of!) is var days && days < StallLimit.Never ? spell.From.AddDays(days) : null;

    public override long? SubjectOf(LostDeal deal) => deal.Deal;

    public override async Task<IReadOnlyList<Spell>?> PastAsync(Scan scan, DateTimeOffset from, CancellationToken cancellationToken) => await Stays.SinceAsync(scan.Db, from, cancellationToken);

    /// <summary>The moment from which a deal counts as stalled, of one that does.</summary>
    private DateTimeOffset Since(Scan scan, Deal deal) =>
        Reached(scan, new Spell(deal.Id, deal.StageSince, null, deal.Stage)) is { } limit && !(deal.ParkedUntil > limit) ? limit : deal.ParkedUntil!.Value;

    /// <summary>
    /// Of these deals the open ones that have stood still for that long, are not parked, and that somebody could move: while our own people have not decided what was submitted of a deal, nobody is
    /// asked why it stands. Nudges, figures and lists all mean these.
    /// </summary>
    public static IQueryable<Deal> Stalled(SalesDb db, IQueryable<Deal> deals, DateTimeOffset now, SalesProcess process)
    {
        deals = StandingStill(deals, now, process);
        var pending = db.Approvals.Where(a => a.Status == ApprovalStatus.Pending);
        return deals.Where(d => !pending.Any(a => a.DealId == d.Id || a.Contract!.DealId == d.Id));
    }

    private static IQueryable<Deal> StandingStill(IQueryable<Deal> deals, DateTimeOffset now, SalesProcess process)
    {
        var soonest = now.AddDays(-process.Open.Select(s => s.StallDays).Append(process.UsualStallDays).Where(days => days > 0).DefaultIfEmpty(StallLimit.Never).Min());
        var today = DateOnly.FromDateTime(Zones.Local(now, "Asia/Shanghai"));
        deals = deals.Where(d => d.Status == DealStatus.Open && d.StageSince <= soonest && (d.ParkedUntil == null || d.ParkedUntil <= now) && (d.FrozenUntil == null || d.FrozenUntil < today));
        foreach (var limit in process.Open.GroupBy(s => StallLimit.Of(process, s.Id)))
        {
            var (stages, entered) = (limit.Select(s => s.Id).ToList(), now.AddDays(-limit.Key));
            deals = entered >= soonest ? deals : deals.Where(d => d.StageSince <= entered || !stages.Contains(d.Stage));
        }

        return deals;
    }

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var deals = await Stalled(scan.Db, scan.Db.Deals.AsNoTracking(), scan.Now, scan.Process)
            .Where(d => !scan.Db.Findings.Any(f => f.Rule == "stalled" && f.SubjectId == d.Id && f.PersonId == d.OwnerId && f.State != FindingState.Cleared && f.Since > d.StageSince && (d.ParkedUntil == null || f.Since >= d.ParkedUntil)))
            .ToListAsync(cancellationToken);
        return [.. deals.SelectMany(d => scan.Org.Find(d.OwnerId) is { } owner ? ForFirst(scan, d, Since(scan, d), Facts(scan, d), owner) : [])];
    }

    public override async Task<IReadOnlyDictionary<long, long?>?> OwnersAsync(Scan scan, IReadOnlyCollection<long> subjects, CancellationToken cancellationToken) =>
        await scan.Db.Deals.Where(d => subjects.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => (long?)d.OwnerId, cancellationToken);

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var stalled = Stalled(scan.Db, scan.Db.Deals, scan.Now, scan.Process);
        return findings.Where(f => !stalled.Any(d => d.Id == f.SubjectId && d.StageSince <= f.Since));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var deals = await Stalled(scan.Db, scan.Db.Deals.AsNoTracking().Include(d => d.Customer).Include(d => d.Owner), scan.Now, scan.Process).Where(d => ids.Contains(d.Id)).ToListAsync(cancellationToken);
        if (deals.Count == 0)
        {
            return null;
        }

        List<Finding> still = [.. findings.Where(f => deals.Exists(d => d.Id == f.SubjectId))];
        var told = StalledCard.Tell(deals, person, scan, new StalledCard.Alert(still, await StallHistory.OfAsync(scan.Db, deals, cancellationToken))
        {
            Next = await NextAsync(scan, still, cancellationToken), Passed = await PassedAsync(scan, person, still, cancellationToken),
        });
        var shown = told.Deals.Take(NudgeList.Shown(told.Told)).Where(d => d.OwnerId == person.Id).Select(d => d.Id).ToList();
        var steps = await scan.Db.Todos.Where(t => t.Kind == TodoKind.NextStep && t.DoneAt == null && t.DealId != null && shown.Contains(t.DealId.Value)).Select(t => t.Key).ToListAsync(cancellationToken);
        return told.Told with { Also = steps.ToHashSet(StringComparer.Ordinal) };
    }

    private static Evaluation Facts(Scan scan, Deal deal) => new(deal.StageSince, StallLimit.Of(scan.Process, deal.Stage))
    {
        Of = deal.Stage, Promise = deal.ParkedUntil is null ? null : StallHistory.Said(deal),
    };
}
