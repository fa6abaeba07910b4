using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Risks;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>A risk of the register whose review day has come (AL-10). Given another day, it comes back on that.</summary>
internal sealed class RiskReviews : NudgeRule
{
    public override string Id => "risk_review";

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Ladder = [new(0, [Recipients.Owner])] };

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var latest = scan.Today.AddDays(1);
        var due = await scan.Db.Risks.AsNoTracking().Where(r => r.State == RiskState.Open && r.ReviewOn != null && r.ReviewOn <= latest).ToListAsync(cancellationToken);
        return [.. due.SelectMany(r => scan.Org.Find(r.OwnerId) is { } owner && IsNews(r, owner, Presence.Day(owner, scan.Now)) ? ForFirst(scan, r, Day(r, owner), new Evaluation(Day(r, owner), 0), owner) : [])];
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var latest = scan.Today.AddDays(1);
        return findings.Where(f => !scan.Db.Risks.Any(r => r.Id == f.SubjectId && r.State == RiskState.Open && r.ReviewOn <= latest));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var (ids, today) = (findings.Select(f => f.SubjectId).ToList(), Presence.Day(person, scan.Now));
        var due = await scan.Db.Risks.AsNoTracking().Include(r => r.Customer).Include(r => r.Deal).Where(r => ids.Contains(r.Id) && r.State == RiskState.Open && r.ReviewOn <= today).OrderBy(r => r.ReviewOn).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        return due.Count == 0 ? null : new Told(new Word("Nudge.risk_review.title", due.Count), [.. due.Select(Row)], [.. findings.Where(f => due.Exists(r => r.Id == f.SubjectId))])
        {
            Buttons = [new Button(RiskFacts.Open, "list_risks")],
        };
    }

    /// <summary>Its day has come, and it was not only just logged for today.</summary>
    private static bool IsNews(Risk risk, Person owner, DateOnly today) => risk.ReviewOn < today || (risk.ReviewOn == today && Presence.Day(owner, risk.CreatedAt) < today);

    private static DateTimeOffset Day(Risk risk, Person owner) => Zones.Instant(risk.ReviewOn!.Value, TimeOnly.MinValue, owner.TimeZone);

    private static NudgeRow Row(Risk risk) => new(
        new Word("Format.Plain", Excerpt.Of(risk.Content, 80)),
        RiskFacts.About(risk) is { } about ? new Word("Nudge.due.row", risk.ReviewOn!, about) : new Word("Format.Plain", risk.ReviewOn!),
        risk.Level is { } level ? level : "",
        new Button("Button.open", "show_risk", new Slots { ["risk"] = risk.Key }));
}
