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
        var text = Say(facts, person);
        return LateApprovals.Tell(text, [facts], f => f.Name, told, f => Stands(f, person)) with
        {
            Buttons = [], IsNews = !Decides(facts, person), Own = Decides(facts, person) ? facts.For(person, text, text, after: WhyNudge.Of(told)) : null,
        };
    }

    /// <summary>Those that are this person's to decide first.</summary>
    private static Told Several(IReadOnlyList<ApprovalFacts> escalated, Person person, IReadOnlyList<Finding> told)
    {
        var mine = escalated.Where(f => Decides(f, person)).ToList();
        Word title = mine.Count > 0 ? new("Nudge.escalated.mine", mine.Count) : new("Nudge.escalated.others", escalated.Count);
        return LateApprovals.Tell(title, [.. mine, .. escalated.Except(mine)], f => Say(f, person), told, f => Stands(f, person)) with { IsNews = mine.Count == 0 };
    }

    /// <summary>Their own time, or with whom it is.</summary>
    private static Word Stands(ApprovalFacts facts, Person person) =>
        Decides(facts, person) ? new Word("Approval.due_left", facts.Ball.DueAt, facts.Ball.Left(facts.Seating.Now)) : new Word("Approval.waits", facts.Ball.Names, facts.Ball.Since);

    private static Evaluation Facts(Approval approval) => new(approval.DueAt, 0, "hours") { Owner = approval.SubmitterId };

    private static bool Tells(Finding finding, Approval approval) => finding.SubjectId == approval.Id && finding.Since == approval.EscalatedAt;

    private static bool Decides(ApprovalFacts facts, Person person) => facts.Ball.Holders.Any(h => h.Id == person.Id);

    /// <summary>What it means to this person: to decide, to know that somebody else was asked too, or with whom it is now.</summary>
    private static Word Say(ApprovalFacts facts, Person person)
    {
        var silent = Ball.Before(facts.Approval, facts.Seating).Names;
        return Decides(facts, person) ? new Word("Escalation.head", facts.Name, silent)
            : person.Id == facts.Approval.SubmitterId ? new Word("Escalation.submitter", facts.Name, silent, facts.Ball.Names, facts.Ball.DueAt)
            : new Word("Escalation.approver", facts.Name, facts.Ball.Names);
    }
}
