using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// An approval that is past its time with nobody left to go on to does not fall silent: whoever has it, those whom it went past, the submitter, their superior and the director are told in the digest when it is so, and as
/// long as it is with the first digest of each week, by how much it is late by then.
/// </summary>
internal sealed class OverdueApprovals : NudgeRule
{
    /// <summary>Days: what has only just become so is not said again on Monday.</summary>
    private const int Settled = 4;

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
            var since = Weekly.Since(scan, approval.DueAt, Settled);
            found.AddRange(For(scan, approval, since, new Evaluation(approval.DueAt, 0, "hours") { Owner = approval.SubmitterId }, Concerned(scan, approval, seating)));
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

        List<ApprovalFacts> ordered = [.. late.OrderByDescending(f => Holds(f, person)).ThenByDescending(f => f.Sum?.Amount ?? 0)];
        var whose = late.All(f => Holds(f, person)) ? "mine" : late.All(f => f.Approval.SubmitterId == person.Id) ? "others" : "team";
        return new Told(new Word("Nudge.approval_late." + whose, late.Count), [.. ordered.Select(f => Row(f, person))], [.. findings.Where(f => late.Any(l => l.Approval.Id == f.SubjectId))])
        {
            Most = 8, AtStake = late.Sum(f => f.Sum?.Amount ?? 0), LateSince = late.Min(f => f.Ball.DueAt), Buttons = late.Any(f => f.MayDecide(person)) ? [new Button("Suggest.approvals", "list_approvals")] : [],
        };
    }

    /// <summary>Decided, or said anew since.</summary>
    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var monday = Weekly.Monday(scan);
        var settled = monday.AddDays(-Settled);
        return findings.Where(f => !scan.Db.Approvals.Any(a => a.Id == f.SubjectId && a.Status == ApprovalStatus.Pending && a.DueAt <= f.Since && (f.Since >= monday || a.DueAt > settled)));
    }

    /// <summary>Those who have it, those whom it went past and who still may decide, and the submitter; where it holds up a deal, also those who lead the submitter: whoever has it last may be an administrator, who knows nothing of the matter.</summary>
    private static IEnumerable<Person?> Concerned(Scan scan, Approval approval, Seating seating)
    {
        var submitter = scan.Org.Find(approval.SubmitterId);
        return [.. Ball.Of(approval, seating).Holders, .. seating.Of(approval).Select(a => scan.Org.Find(a.PersonId)).Where(p => p is { Active: true }), submitter is { Active: true } ? submitter : null, .. KindRule.Urged.Contains(approval.Kind) ? Recipients.Of([Recipients.Superior, Recipients.Director], submitter, scan.Org) : []];
    }

    /// <summary>Whoever may decide opens it; others urge those who have it.</summary>
    private static NudgeRow Row(ApprovalFacts late, Person person) => new(
        late.Name,
        Says(late, person).Aggregate((all, next) => new Word("Format.Dot", all, next)),
        late.Sum is { } sum ? sum : "",
        !late.MayDecide(person) && KindRule.Urged.Contains(late.Approval.Kind)
            ? new Button("Button.urge", "urge_approval", new Slots { ["approval_id"] = late.Approval.Key })
            : new Button("Button.show_approval", "show_approval", new Slots { ["approval_id"] = late.Approval.Key }));

    /// <summary>By how much it is late, with whom it is, whose it is, and who else may decide.</summary>
    private static IEnumerable<Word> Says(ApprovalFacts late, Person person)
    {
        var (ball, holds) = (late.Ball, Holds(late, person));
        var others = late.Others.Where(p => p.Id != person.Id).ToList<object>();
        yield return late.Seating.Now - ball.DueAt < TimeSpan.FromDays(1) ? new Word("Nudge.approval_late.since", ball.DueAt) : ball.Left(late.Seating.Now);
        yield return holds ? new Word("Nudge.approval_late.with_you", ball.Since) : new Word("Nudge.approval_late.with", ball.Names);
        if (person.Id != late.Approval.SubmitterId && late.Seating.Org.Find(late.Approval.SubmitterId) is { } submitter)
        {
            yield return new Word("Nudge.approval_late.by", submitter);
        }

        if ((late.Approval.Deal ?? late.Approval.Contract?.Deal) is { Status: DealStatus.Open, CloseDate: { } close } && close <= WeekReport.End(Presence.Day(person, late.Seating.Now)))
        {
            var past = Presence.Day(person, late.Seating.Now).DayNumber - close.DayNumber;
            yield return past > 0 ? new Word("Nudge.approval_late.closed", close, new Word("Count.days", past)) : new Word("Nudge.approval_late.closes", close);
        }

        if (!holds && late.MayDecide(person))
        {
            yield return new Word("Nudge.approval_late.may");
        }
        else if (others.Count > 0)
        {
            yield return new Word("Nudge.approval_late.may_too", NudgeRule.And(others));
        }
    }

    private static bool Holds(ApprovalFacts facts, Person person) => facts.Ball.Holders.Any(h => h.Id == person.Id);
}
