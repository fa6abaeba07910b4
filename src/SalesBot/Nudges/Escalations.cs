using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// AP-03: an approval that was escalated is told to who has to decide now, to who had to, and to the submitter. Several that were escalated in
/// one round are one message to each of them.
/// </summary>
internal sealed class Escalations : NudgeRule
{
    public override string Id => "escalated";

    public override bool Urgent => true;

    public override RuleTerms Usual { get; } = new() { Mail = true };

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var escalated = await scan.Db.Approvals.AsNoTracking().Include(a => a.Approvers)
            .Where(a => a.Status == ApprovalStatus.Pending && a.EscalatedAt != null && !scan.Db.Findings.Any(f => f.Rule == "escalated" && f.SubjectId == a.Id && f.Since == a.EscalatedAt))
            .ToListAsync(cancellationToken);
        var seating = await Seating.LoadAsync(scan.Db, scan.Org, scan.Now, cancellationToken);
        var found = new List<Finding>();
        foreach (var approval in escalated)
        {
            Person?[] concerned = [.. Ball.Of(approval, seating).Holders, .. Ball.Before(approval, seating).Holders, scan.Org.Find(approval.SubmitterId)];
            found.AddRange(For(scan, approval, approval.EscalatedAt!.Value, Facts(approval), concerned.Where(p => p is { Active: true })));
        }

        return found;
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var pending = await scan.Db.Approvals.Where(a => ids.Contains(a.Id) && a.Status == ApprovalStatus.Pending).OrderBy(a => a.EscalatedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var escalated = pending.Where(a => findings.Any(f => Tells(f, a))).ToList();
        var still = await ApprovalFacts.LoadAsync(scan.Db, scan.Org, escalated, scan.Now, cancellationToken);
        var told = findings.Where(f => escalated.Exists(a => Tells(f, a))).ToList();
        return still switch
        {
            [] => null,
            [var one] => Alone(one, person, told),
            _ => Several(still, person, told),
        };
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) =>
        findings.Where(f => !scan.Db.Approvals.Any(a => a.Id == f.SubjectId && a.Status == ApprovalStatus.Pending && a.EscalatedAt == f.Since));

    /// <summary>Who decides gets the approval's card; for others it is news with a way to it.</summary>
    private static Told Alone(ApprovalFacts facts, Person person, IReadOnlyList<Finding> told)
    {
        var decides = Decides(facts, person);
        Word text = decides ? new("Escalation.head", facts.Name, Silent(facts)) : new("Escalation.news", facts.Name, facts.Ball.Names);
        var list = LateApprovals.Tell(text, [facts], person, told, f => Stands(f, person)) with { Buttons = [], IsNews = !decides };
        // Among other parts the row says what it is about.
        return decides ? list with { Own = facts.For(person, text, text, after: WhyNudge.Of(told)) } : list with { Title = new Word("Nudge.escalated.others", 1), Own = NudgeList.Of(list) };
    }

    /// <summary>Those that are this person's to decide first.</summary>
    private static Told Several(IReadOnlyList<ApprovalFacts> escalated, Person person, IReadOnlyList<Finding> told)
    {
        var mine = escalated.Where(f => Decides(f, person)).ToList();
        Word title = mine.Count > 0 ? new("Nudge.escalated.mine", mine.Count) : new("Nudge.escalated.others", escalated.Count);
        return LateApprovals.Tell(title, [.. mine, .. escalated.Except(mine)], person, told, f => Stands(f, person)) with { IsNews = mine.Count == 0 };
    }

    /// <summary>What it means to this person: to decide, with whom it is now and until when, or that they still may.</summary>
    private static Word Stands(ApprovalFacts facts, Person person) => Decides(facts, person) ? new Word("Escalation.row_head", Silent(facts), LateApprovals.Due(facts, person))
        : person.Id == facts.Approval.SubmitterId ? new Word("Escalation.row_submitter", Silent(facts), facts.Ball.Names, facts.Ball.DueAt)
        : new Word("Escalation.row_approver", facts.Ball.Names);

    private static IReadOnlyList<object> Silent(ApprovalFacts facts) => Ball.Before(facts.Approval, facts.Seating).Names;

    private static Evaluation Facts(Approval approval) => new(approval.DueAt, 0, "hours") { Owner = approval.SubmitterId };

    private static bool Tells(Finding finding, Approval approval) => finding.SubjectId == approval.Id && finding.Since == approval.EscalatedAt;

    private static bool Decides(ApprovalFacts facts, Person person) => facts.Ball.Holders.Any(h => h.Id == person.Id);
}
