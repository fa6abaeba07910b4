using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// AP-03: an approval that was escalated is told to who has to decide now, to who had to, and to the submitter. Several that were escalated in
/// one round are one message to each of them.
/// </summary>
internal sealed class Escalations : NudgeRule
{
    private const int Most = 8;

    public override string Id => "escalated";

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
            found.AddRange(For(scan, approval, approval.EscalatedAt!.Value, [.. concerned.Where(p => p is { Active: true })]));
        }

        return found;
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var pending = await scan.Db.Approvals.Where(a => ids.Contains(a.Id) && a.Status == ApprovalStatus.Pending).OrderBy(a => a.EscalatedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var escalated = pending.Where(a => findings.Any(f => Tells(f, a))).ToList();
        var still = (await ApprovalFacts.LoadAsync(scan.Db, scan.Org, escalated, scan.Now, cancellationToken)).Select(f => (Facts: f, Text: Say(f, person))).ToList();
        var told = findings.Where(f => escalated.Exists(a => Tells(f, a))).ToList();
        return still switch
        {
            [] => null,
            [var (facts, text)] when Decides(facts, person) => new Told(facts.For(person, text, text), told),
            [var (_, text)] => new Told(new View(null, null, text), told),
            _ => new Told(Several([.. still.OrderByDescending(s => Decides(s.Facts, person)).Select(s => Row(s.Facts, s.Text))], still.Count(s => Decides(s.Facts, person))), told),
        };
    }

    private static View Several(IReadOnlyList<object> rows, int mine)
    {
        Word title = mine > 0 ? new("Nudge.escalated.mine", mine) : new("Nudge.escalated.others", rows.Count);
        var more = rows.Count > Most ? new Word("Nudge.more", rows.Count - Most) : null;
        return new View("nudge-list", new { Title = title, Rows = rows.Take(Most).ToList(), More = more, Buttons = new[] { new Button("Suggest.approvals", "list_approvals") } }, title);
    }

    private static object Row(ApprovalFacts facts, Word text) => new
    {
        Main = text,
        Detail = new Word("Approval.due_left", facts.Ball.DueAt, facts.Ball.Left(facts.Seating.Now)),
        Value = "",
        Button = new Button("Button.show_approval", "show_approval", new Slots { ["approval_id"] = facts.Approval.Key }),
    };

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
