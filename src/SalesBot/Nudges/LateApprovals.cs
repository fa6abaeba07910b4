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

        var title = open.Count == 1
            ? ApprovalClock.Next(scan.Org, open[0].Approval) is { } above
                ? new Word("Nudge.approval_due.one_left", open[0].Name, open[0].Ball.Left(scan.Now), open[0].Ball.DueAt, above)
                : new Word("Nudge.approval_due.one_last", open[0].Name, open[0].Ball.Left(scan.Now), open[0].Ball.DueAt)
            : new Word("Nudge.approval_due", open.Count);
        List<Finding> told = [.. findings.Where(f => open.Exists(o => o.Approval.Id == f.SubjectId))];
        return Tell(title, open, f => f.Name, told) with { Own = open.Count == 1 ? open[0].For(person, title, title, after: WhyNudge.Of(told)) : null };
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings) =>
        findings.Where(f => !scan.Db.Approvals.Any(a => a.Id == f.SubjectId && a.Status == ApprovalStatus.Pending));

    /// <summary>Approvals of which one message tells, each with the time that is left where nothing else is said of it.</summary>
    public static Told Tell(Word title, IReadOnlyList<ApprovalFacts> all, Func<ApprovalFacts, object> main, IReadOnlyList<Finding> told, Func<ApprovalFacts, object>? detail = null) =>
        new(title, [.. all.Select(f => new NudgeRow(
            main(f),
            detail?.Invoke(f) ?? new Word("Approval.due_left", f.Ball.DueAt, f.Ball.Left(f.Seating.Now)),
            "",
            new Button("Button.show_approval", "show_approval", new Slots { ["approval_id"] = f.Approval.Key })))], told)
        {
            Most = 8, Buttons = [new Button("Suggest.approvals", "list_approvals")],
        };

    /// <summary>The latest mark whose moment has come for them while there is still time; null before the first and after the end. A mark in the night or on a day off has its moment at work.</summary>
    private static DateTimeOffset? Reached(Person holder, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now) =>
        now >= end ? null : Marks.Select(m => (DateTimeOffset?)ApprovalClock.AtWork(holder, start + ((end - start) * m), end)).Where(m => m > start && m <= now).Max();
}
