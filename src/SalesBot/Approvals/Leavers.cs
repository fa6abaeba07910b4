using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>What waits for somebody who has left the company goes to the one above them, under the same clock.</summary>
internal static class Leavers
{
    /// <summary>Open approvals that wait for somebody who has left.</summary>
    public static IQueryable<Approval> Waiting(SalesDb db) => db.Approvals.Where(a => a.Status == ApprovalStatus.Pending
        && a.Approvers.Any(p => p.Step == a.Step && p.Voice == null && !p.Person.Active && (p.ForId == null || p.ForId == p.AddedById)));

    /// <summary>Moves each of their seats on; whom to tell, empty where nobody is left who could decide.</summary>
    public static IReadOnlyList<Notice> Replace(SalesDb db, ApprovalFacts facts)
    {
        var (approval, seating) = (facts.Approval, facts.Seating);
        var notices = new List<Notice>();
        foreach (var left in seating.Of(approval).Where(a => a.Principal == a.PersonId).Select(a => seating.Org.Find(a.PersonId)).OfType<Person>().Where(p => !p.Active).ToList())
        {
            if (ApprovalRoute.Above(seating.Org, approval) is not { } next || !seating.HandOn(db, approval, left, next))
            {
                continue;
            }

            var text = new Word("Leaver.told", facts.Name, left, next);
            notices.Add(facts.Tell(next, text, ApprovalClock.AtWork(next, seating.Now)));
            if (seating.Org.Find(approval.SubmitterId) is { Active: true } submitter)
            {
                notices.Add(new Notice(submitter, new View(null, null, text)) { NotBefore = ApprovalClock.AtWork(submitter, seating.Now) });
            }
        }

        return notices;
    }
}
