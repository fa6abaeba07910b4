using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>
/// Who sits where at one moment: those who were asked themselves in the present step, and whoever stands in for one of them as long as the delegation
/// runs, not longer. The one place that says so; decisions, lists, cards and reminders all ask here.
/// </summary>
internal sealed class Seating
{
    private readonly ILookup<long, long> standIns;

    private Seating(OrgChart org, DateTimeOffset now, ILookup<long, long> standIns) => (Org, Now, this.standIns) = (org, now, standIns);

    public OrgChart Org { get; }

    public DateTimeOffset Now { get; }

    /// <summary>As this turn leaves it: a delegation that it made, ended or took back counts so already.</summary>
    public static async Task<Seating> LoadAsync(SalesDb db, OrgChart org, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var saved = await Running(db, now).ToListAsync(cancellationToken);
        var running = saved.Concat(db.Delegations.Local).Distinct().Where(d => d.StartsAt <= now && d.EndsAt > now && db.Entry(d).State != EntityState.Deleted);
        return new Seating(org, now, running.Where(d => org.Find(d.ToId) is { Active: true }).ToLookup(d => d.FromId, d => d.ToId));
    }

    /// <summary>Open approvals in which somebody sits whose delegation is over, or does not sit yet who stands in.</summary>
    public static IQueryable<Approval> Unsettled(SalesDb db, DateTimeOffset now)
    {
        var running = Running(db, now);
        return db.Approvals.Where(a => a.Status == ApprovalStatus.Pending && (
            a.Approvers.Any(p => p.Step == a.Step && p.Voice == null && p.ForId != null && p.ForId != p.AddedById && !running.Any(d => d.FromId == p.ForId && d.ToId == p.PersonId))
            || a.Approvers.Any(p => p.Step == a.Step && p.Voice == null && (p.ForId == null || p.ForId == p.AddedById)
                && running.Any(d => d.FromId == p.PersonId && d.ToId != a.SubmitterId && !a.Approvers.Any(q => q.Step == a.Step && q.PersonId == d.ToId && (q.ForId == null || q.ForId == d.FromId))))));
    }

    /// <summary>Those that this person is asked to decide; of decided ones, those in which they sat.</summary>
    public static IQueryable<Approval> PutBefore(Act act, IQueryable<Approval> approvals)
    {
        var (me, running) = (act.Me.Id, Running(act.Db, act.Now));
        return approvals.Where(a => a.SubmitterId != me && a.Approvers.Any(p => p.PersonId == me && (a.Status != ApprovalStatus.Pending
            || (p.Step == a.Step && p.Voice == null && !a.Approvers.Any(q => q.Step == a.Step && q.Voice != null && q.ForId == me && q.AddedById != me)
                && (p.ForId == null || p.ForId == p.AddedById || (running.Any(d => d.FromId == p.ForId && d.ToId == me) && !a.Approvers.Any(q => q.Step == a.Step && q.Voice != null && (q.PersonId == p.ForId || q.ForId == p.ForId))))))));
    }

    /// <summary>The approvers who may decide now: of the present step, those whose voice is not given yet.</summary>
    public IReadOnlyList<Approver> Of(Approval approval)
    {
        var spoken = approval.Approvers.Where(a => a.Step == approval.Step && a.Voice is not null && !a.HandedOn).Select(a => a.Principal).ToHashSet();
        return [.. approval.Approvers.Where(a => a.Step == approval.Step && a.Voice is null && IsValid(a) && !spoken.Contains(a.Principal))];
    }

    /// <summary>One of those, and never the submitter.</summary>
    public bool MayDecide(Approval approval, Person person) => approval.Status == ApprovalStatus.Pending && person.Id != approval.SubmitterId && Of(approval).Any(a => a.PersonId == person.Id);

    /// <summary>Is asked, or was in an earlier step: whoever may know how it stands when they press.</summary>
    public bool Sits(Approval approval, Person person) => person.Id != approval.SubmitterId && approval.Approvers.Exists(a => a.PersonId == person.Id && (a.Voice is not null || IsValid(a)));

    /// <summary>Adds those who decide in the present step, and whoever stands in for them.</summary>
    public void Ask(SalesDb db, Approval approval, IEnumerable<Person> people, bool byEscalation)
    {
        foreach (var person in people)
        {
            Add(db, approval, person.Id, null, byEscalation);
        }

        Settle(db, approval);
    }

    /// <summary>A further seat in the present step, for somebody whom one of the approvers asks in.</summary>
    public void AskIn(SalesDb db, Approval approval, Person person, Person by)
    {
        Add(db, approval, person.Id, null, byEscalation: false).AddedById = by.Id;
        Touch(db, approval);
    }

    /// <summary>Gives the own seat of one of the approvers to somebody else; false when they only stand in for another.</summary>
    public bool HandOn(SalesDb db, Approval approval, Person from, Person to)
    {
        if (Of(approval).FirstOrDefault(a => a.Principal == from.Id && a.PersonId == from.Id) is not { } seat)
        {
            return false;
        }

        foreach (var standIn in Of(approval).Where(a => a.Principal == from.Id && a != seat).ToList())
        {
            approval.Approvers.Remove(standIn);
            db.Remove(standIn);
        }

        (seat.Voice, seat.VoicedAt) = (ApprovalStatus.Withdrawn, Now);
        // Who was asked in besides gives on just that: they have to approve too, and do not decide for those of the flow.
        var given = Add(db, approval, to.Id, seat.IsExtra ? null : from.Id, seat.ByEscalation);
        given.AddedById = seat.IsExtra ? seat.AddedById : from.Id;
        Touch(db, approval);
        return true;
    }

    /// <summary>Gives whoever stands in now a seat beside that person, under the same clock, and takes it from whoever no longer does; never to the submitter.</summary>
    /// <returns>With whom it is newly: who came, or got it back; null when all sat right.</returns>
    public IReadOnlyList<Person>? Settle(SalesDb db, Approval approval)
    {
        var over = approval.Approvers.Where(a => a.Step == approval.Step && a.Voice is null && !IsValid(a)).ToList();
        foreach (var seat in over)
        {
            approval.Approvers.Remove(seat);
            db.Remove(seat);
        }

        var coming = Of(approval).Where(asked => asked.Principal == asked.PersonId).SelectMany(asked => standIns[asked.PersonId].Distinct().Select(id => (Id: id, Asked: asked)))
            .Where(c => c.Id != approval.SubmitterId && !approval.Approvers.Exists(a => a.Step == approval.Step && a.PersonId == c.Id && (a.ForId is null || a.ForId == c.Asked.PersonId))).ToList();
        coming.ForEach(c => Add(db, approval, c.Id, c.Asked.PersonId, c.Asked.ByEscalation));
        var back = over.Select(seat => seat.ForId).OfType<long>().Where(id => !approval.Approvers.Exists(a => a.Step == approval.Step && a.ForId == id));
        return over.Count + coming.Count == 0 ? null : [.. coming.Select(c => c.Id).Concat(back).Distinct().Select(id => Org.Find(id)).OfType<Person>()];
    }

    /// <summary>Whoever decides at the same moment decides anew, with who sits there now.</summary>
    private void Touch(SalesDb db, Approval approval)
    {
        Settle(db, approval);
        db.Entry(approval).Property(a => a.Step).IsModified = true;
    }

    private static IQueryable<Delegation> Running(SalesDb db, DateTimeOffset now) => db.Delegations.Where(d => d.StartsAt <= now && d.EndsAt > now && d.To.Active);

    private bool IsValid(Approver seat) => seat.Principal == seat.PersonId || standIns[seat.ForId!.Value].Contains(seat.PersonId);

    private Approver Add(SalesDb db, Approval approval, long person, long? inPlaceOf, bool byEscalation) =>
        db.Approvers.Add(new Approver { Key = Keys.New('V'), Approval = approval, PersonId = person, ForId = inPlaceOf, ByEscalation = byEscalation, Step = approval.Step, AddedAt = Now, CreatedAt = Now }).Entity;
}
