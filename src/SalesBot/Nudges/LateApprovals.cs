using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// Whoever holds an approval is reminded when half and when four fifths of the time are gone, once each (AP-02); after that it is escalated. Past the last step see <see cref="OverdueApprovals"/>.
/// </summary>
internal sealed class LateApprovals : NudgeRule
{
    private static readonly double[] Marks = [0.8, 0.5];

    public override string Id => "approval_due";

    public override bool Urgent => true;

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var open = await scan.Db.Approvals.AsNoTracking().Include(a => a.Approvers).Where(a => a.Status == ApprovalStatus.Pending && a.DueAt > scan.Now).ToListAsync(cancellationToken);
        var seating = await Seating.LoadAsync(scan.Db, scan.Org, scan.Now, cancellationToken);
        var found = new List<Finding>();
        foreach (var approval in open)
        {
            var ball = Ball.Of(approval, seating);
            foreach (var holder in ball.Holders)
            {
                // Who got it by escalation heard of it when they were at work.
                var start = approval.Level > 0 ? ApprovalClock.AtWork(holder, ball.Start) : ball.Start;
                if (Reached(holder, start, ball.DueAt, scan.Now) is { } since)
                {
                    found.AddRange(For(scan, approval, since, new Evaluation(start, (int)(ball.DueAt - start).TotalHours, "hours") { Owner = approval.SubmitterId }, holder));
                }
            }
        }

        return found;
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var pending = await scan.Db.Approvals.Where(a => ids.Contains(a.Id) && a.Status == ApprovalStatus.Pending).OrderBy(a => a.DueAt).ToListAsync(cancellationToken);
        var open = (await ApprovalFacts.LoadAsync(scan.Db, scan.Org, pending, scan.Now, cancellationToken))
            .Where(f => f.Ball.DueAt > scan.Now && f.Ball.Holders.Any(h => h.Id == person.Id)).ToList();
        if (open.Count == 0)
        {
            return null;
        }

        List<Finding> told = [.. findings.Where(f => open.Exists(o => o.Approval.Id == f.SubjectId))];
        var list = Tell(new Word("Nudge.approval_due", open.Count), open, person, told, f => Until(scan, f, person));
        return open is [var only] && !await KnowsAsync(scan, only, told, cancellationToken) && Title(scan, only, person) is var title ? list with { Own = only.For(person, title, title, after: WhyNudge.Of(told)) } : list;
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) =>
        findings.Where(f => !scan.Db.Approvals.Any(a => a.Id == f.SubjectId && a.Status == ApprovalStatus.Pending));

    /// <summary>Approvals of which one message tells, each with what is to be said of it and a way to it.</summary>
    public static Told Tell(Word title, IReadOnlyList<ApprovalFacts> all, Person reader, IReadOnlyList<Finding> told, Func<ApprovalFacts, object>? detail = null) =>
        new(title, [.. all.Select(f => new NudgeRow(
            f.Name,
            detail?.Invoke(f) ?? Due(f, reader),
            f.Sum is { } sum ? sum : "",
            new Button("Button.show_approval", "show_approval", new Slots { ["approval_id"] = f.Approval.Key })))], told)
        {
            Most = 8, AtStake = all.Sum(f => f.Sum?.Amount ?? 0), Buttons = [new Button("Suggest.approvals", "list_approvals")],
        };

    /// <summary>Until when whoever has it has time.</summary>
    public static Word Due(ApprovalFacts facts, Person holder) => new("Approval.due_row", facts.Ball.DueAt, facts.Ball.LeftFor(holder, facts.Seating.Now));

    private static Word Until(Scan scan, ApprovalFacts facts, Person holder) =>
        ApprovalClock.Next(scan.Org, facts.Approval) is { } above ? new Word("Nudge.approval_due.row", Due(facts, holder), above) : Due(facts, holder);

    private static Word Title(Scan scan, ApprovalFacts facts, Person holder) => ApprovalClock.Next(scan.Org, facts.Approval) is { } above
        ? new Word("Nudge.approval_due.one_left", facts.Name, facts.Ball.LeftFor(holder, scan.Now), facts.Ball.DueAt, above)
        : new Word("Nudge.approval_due.one_last", facts.Name, facts.Ball.LeftFor(holder, scan.Now), facts.Ball.DueAt);

    /// <summary>Whoever got it with its card, or was reminded once, has it: a line says how much time is left.</summary>
    private static async Task<bool> KnowsAsync(Scan scan, ApprovalFacts facts, IReadOnlyList<Finding> told, CancellationToken cancellationToken)
    {
        var (finding, card) = (told.MaxBy(f => f.Since)!, facts.Subject);
        return await scan.Db.Outbox.AnyAsync(o => o.PersonId == finding.PersonId && o.Subject == card, cancellationToken) || await scan.Db.Findings.AnyAsync(f => f.Rule == finding.Rule && f.SubjectId == finding.SubjectId && f.PersonId == finding.PersonId && f.Facts == finding.Facts && f.ToldAt != null && f.Since < finding.Since, cancellationToken);
    }

    /// <summary>The latest mark whose moment has come for them while there is still time; null before the first and after the end. A mark in the night or on a day off has its moment at work.</summary>
    private static DateTimeOffset? Reached(Person holder, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now) =>
        now >= end ? null : Marks.Select(m => (DateTimeOffset?)ApprovalClock.AtWork(holder, start + ((end - start) * m), end)).Where(m => m > start && m <= now).Max();
}
