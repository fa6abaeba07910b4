using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// An approval that is past its time with nobody left to go on to does not fall silent: whoever has it is told again each working day, in the digest, and the submitter once.
/// </summary>
internal sealed class OverdueApprovals : NudgeRule
{
    public override string Id => "approval_late";

    public override bool Passing => true;

    /// <summary>It ends with the decision.</summary>
    public override bool MayRest => false;

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest };

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var late = await scan.Db.Approvals.AsNoTracking().Include(a => a.Approvers).Where(a => a.Status == ApprovalStatus.Pending && a.DueAt <= scan.Now).ToListAsync(cancellationToken);
        var seating = await Seating.LoadAsync(scan.Db, scan.Org, scan.Now, cancellationToken);
        var found = new List<Finding>();
        foreach (var approval in late.Where(a => ApprovalClock.Next(scan.Org, a) is null))
        {
            var (holders, facts) = (Ball.Of(approval, seating).Holders, new Evaluation(approval.DueAt, 0, "hours") { Owner = approval.SubmitterId });
            found.AddRange(holders.Where(h => Today(h, scan.Now) >= approval.DueAt).SelectMany(h => For(scan, approval, Today(h, scan.Now), facts, h)));
            found.AddRange(holders.Any(h => h.Id == approval.SubmitterId) ? [] : For(scan, approval, approval.DueAt, facts, scan.Org.Find(approval.SubmitterId)));
        }

        return found;
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var pending = await scan.Db.Approvals.Where(a => ids.Contains(a.Id) && a.Status == ApprovalStatus.Pending && a.DueAt <= scan.Now).OrderBy(a => a.DueAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var late = await ApprovalFacts.LoadAsync(scan.Db, scan.Org, pending, scan.Now, cancellationToken);
        if (late.Count == 0)
        {
            return null;
        }

        var mine = late.Where(f => Holds(f, person)).ToList();
        List<ApprovalFacts> ordered = [.. mine, .. late.Except(mine)];
        Word title = mine.Count > 0 ? new("Nudge.approval_late.mine", mine.Count) : new("Nudge.approval_late.others", late.Count);
        return new Told(title, [.. ordered.Select(f => Row(f, person))], [.. findings.Where(f => late.Any(a => a.Approval.Id == f.SubjectId))])
        {
            Most = 8, Buttons = mine.Count > 0 ? [new Button("Suggest.approvals", "list_approvals")] : [],
        };
    }

    /// <summary>Decided, or no longer the day on which it was said.</summary>
    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var before = scan.Now.AddDays(-2);
        return findings.Where(f => !scan.Db.Approvals.Any(a => a.Id == f.SubjectId && a.Status == ApprovalStatus.Pending && a.DueAt <= f.Since && (a.SubmitterId == f.PersonId || f.Since > before)));
    }

    private static NudgeRow Row(ApprovalFacts late, Person person) => new(
        late.Name,
        Holds(late, person) ? new Word("Nudge.approval_late.row_mine", late.Ball.Since, late.Ball.DueAt) : new Word("Nudge.approval_late.row", late.Ball.Since, late.Ball.DueAt, late.Ball.Names),
        "",
        !Holds(late, person) && person.Id == late.Approval.SubmitterId && KindRule.Urged.Contains(late.Approval.Kind)
            ? new Button("Button.urge", "urge_approval", new Slots { ["approval_id"] = late.Approval.Key })
            : new Button("Button.show_approval", "show_approval", new Slots { ["approval_id"] = late.Approval.Key }));

    private static bool Holds(ApprovalFacts facts, Person person) => facts.Ball.Holders.Any(h => h.Id == person.Id);

    /// <summary>The morning of the present working day, of a day off the one before it.</summary>
    private static DateTimeOffset Today(Person holder, DateTimeOffset now)
    {
        var day = Presence.Day(holder, now);
        return Digest.Morning(holder, Zones.Instant(WorkCalendar.China.IsWorkday(day) ? day : WorkCalendar.China.AddWorkdays(day, -1), new TimeOnly(12, 0), holder.TimeZone));
    }
}
