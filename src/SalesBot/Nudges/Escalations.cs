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
        var found = new List<Finding>();
        foreach (var approval in escalated)
        {
            var entitled = await StandIns.EntitledAsync(scan.Db, approval, scan.Now, cancellationToken);
            Person?[] concerned = [.. Ball.Of(approval, entitled, scan.Org).Holders, .. Ball.Before(approval, entitled, scan.Org).Holders, scan.Org.Find(approval.SubmitterId)];
            found.AddRange(For(scan, approval, approval.EscalatedAt!.Value, [.. concerned.Where(p => p is { Active: true })]));
        }

        return found;
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var still = new List<(Finding Finding, Approval Approval, ApprovalFacts Facts, Word Text)>();
        foreach (var approval in await scan.Db.Approvals.Where(a => ids.Contains(a.Id) && a.Status == ApprovalStatus.Pending).OrderBy(a => a.EscalatedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken))
        {
            if (findings.FirstOrDefault(f => f.SubjectId == approval.Id && f.Since == approval.EscalatedAt) is { } finding)
            {
                var facts = await ApprovalFacts.LoadAsync(scan.Db, scan.Org, approval, scan.Now, cancellationToken);
                still.Add((finding, approval, facts, await SayAsync(scan, approval, facts, person, cancellationToken)));
            }
        }

        var told = still.Select(s => s.Finding).ToList();
        return still switch
        {
            [] => null,
            [var (_, _, facts, text)] when Decides(facts, person) => new Told(facts.For(person, text, text), told),
            [var (_, _, _, text)] => new Told(new View(null, null, text), told),
            _ => new Told(Several([.. still.OrderByDescending(s => Decides(s.Facts, person)).Select(s => Row(s.Approval, s.Facts, s.Text))], still.Count(s => Decides(s.Facts, person))), told),
        };
    }

    private static View Several(IReadOnlyList<object> rows, int mine)
    {
        Word title = mine > 0 ? new("Nudge.escalated.mine", mine) : new("Nudge.escalated.others", rows.Count);
        var more = rows.Count > Most ? new Word("Nudge.more", rows.Count - Most) : null;
        return new View("nudge-list", new { Title = title, Rows = rows.Take(Most).ToList(), More = more, Buttons = new[] { new Button("Suggest.approvals", "list_approvals") } }, title);
    }

    private static object Row(Approval approval, ApprovalFacts facts, Word text) => new
    {
        Main = text,
        Detail = new Word("Approval.due_left", facts.Ball.DueAt, facts.Ball.Left(facts.Now)),
        Value = "",
        Button = new Button("Button.show_approval", "show_approval", new Slots { ["approval_id"] = approval.Key }),
    };

    private static bool Decides(ApprovalFacts facts, Person person) => facts.Ball.Holders.Any(h => h.Id == person.Id);

    /// <summary>What it means to this person: to decide, to know that somebody else was asked too, or with whom it is now.</summary>
    private static async Task<Word> SayAsync(Scan scan, Approval approval, ApprovalFacts facts, Person person, CancellationToken cancellationToken)
    {
        var silent = Ball.Before(approval, await StandIns.EntitledAsync(scan.Db, approval, scan.Now, cancellationToken), scan.Org).Names;
        return Decides(facts, person) ? new Word("Escalation.head", facts.Name, silent)
            : person.Id == approval.SubmitterId ? new Word("Escalation.submitter", facts.Name, silent, facts.Ball.Names, facts.Ball.DueAt)
            : new Word("Escalation.approver", facts.Name, facts.Ball.Names);
    }
}
