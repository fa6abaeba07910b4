using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>
/// Who sits where at one moment: those who were asked themselves, and whoever stands in for one of them as long as the delegation runs, not
/// longer. The one place that says so; decisions, lists, cards and reminders all ask here.
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
            a.Approvers.Any(p => p.ForId != null && !running.Any(d => d.FromId == p.ForId && d.ToId == p.PersonId))
            || a.Approvers.Any(p => p.ForId == null && running.Any(d => d.FromId == p.PersonId && d.ToId != a.SubmitterId && !a.Approvers.Any(q => q.PersonId == d.ToId && (q.ForId == null || q.ForId == d.FromId))))));
    }

    /// <summary>Those that this person is asked to decide; of decided ones, those in which they sat.</summary>
    public static IQueryable<Approval> PutBefore(Act act, IQueryable<Approval> approvals)
    {
        var (me, running) = (act.Me.Id, Running(act.Db, act.Now));
        return approvals.Where(a => a.SubmitterId != me
            && a.Approvers.Any(p => p.PersonId == me && (p.ForId == null || a.Status != ApprovalStatus.Pending || running.Any(d => d.FromId == p.ForId && d.ToId == me))));
    }

    /// <summary>The approvers who may decide now.</summary>
    public IReadOnlyList<Approver> Of(Approval approval) => [.. approval.Approvers.Where(a => a.ForId is not { } other || standIns[other].Contains(a.PersonId))];

    /// <summary>One of those, and never the submitter.</summary>
    public bool MayDecide(Approval approval, Person person) => person.Id != approval.SubmitterId && Of(approval).Any(a => a.PersonId == person.Id);

    /// <summary>Adds those who decide, and whoever stands in for them.</summary>
    public void Ask(SalesDb db, Approval approval, IEnumerable<Person> people, bool byEscalation)
    {
        foreach (var person in people)
        {
            Add(db, approval, person.Id, null, byEscalation);
        }

        Settle(db, approval);
    }

    /// <summary>Gives whoever stands in now a seat beside that person, under the same clock, and takes it from whoever no longer does; never to the submitter.</summary>
    /// <returns>With whom it is newly: who came, or got it back; null when all sat right.</returns>
    public IReadOnlyList<Person>? Settle(SalesDb db, Approval approval)
    {
        var over = approval.Approvers.Except(Of(approval)).ToList();
        foreach (var seat in over)
        {
            approval.Approvers.Remove(seat);
            db.Remove(seat);
        }

        var coming = approval.Approvers.Where(asked => asked.ForId is null).SelectMany(asked => standIns[asked.PersonId].Distinct().Select(id => (Id: id, Asked: asked)))
            .Where(c => c.Id != approval.SubmitterId && !approval.Approvers.Exists(a => a.PersonId == c.Id && (a.ForId is null || a.ForId == c.Asked.PersonId))).ToList();
        coming.ForEach(c => Add(db, approval, c.Id, c.Asked.PersonId, c.Asked.ByEscalation));
        var back = over.Select(seat => seat.ForId).OfType<long>().Where(id => !approval.Approvers.Exists(a => a.ForId == id));
        return over.Count + coming.Count == 0 ? null : [.. coming.Select(c => c.Id).Concat(back).Distinct().Select(id => Org.Find(id)).OfType<Person>()];
    }

    private static IQueryable<Delegation> Running(SalesDb db, DateTimeOffset now) => db.Delegations.Where(d => d.StartsAt <= now && d.EndsAt > now && d.To.Active);

    private void Add(SalesDb db, Approval approval, long person, long? inPlaceOf, bool byEscalation) =>
        db.Approvers.Add(new Approver { Key = Keys.New('V'), Approval = approval, PersonId = person, ForId = inPlaceOf, ByEscalation = byEscalation, AddedAt = Now, CreatedAt = Now });
}
