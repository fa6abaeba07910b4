using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;

namespace SalesBot.Approvals;

/// <summary>What waits for somebody is seated anew when a turn has changed who stands in for them: whoever has it newly gets the card, those on screen are renewed.</summary>
internal static class Reseating
{
    /// <summary>Adds to the reply what that brings with it.</summary>
    /// <param name="person">For whom somebody stands in, or did.</param>
    public static async Task<Reply> OfAsync(Act act, long person, Reply reply, CancellationToken cancellationToken)
    {
        var waiting = await act.Db.Approvals.Where(a => a.Status == ApprovalStatus.Pending && a.Approvers.Any(p => p.PersonId == person && p.ForId == null)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        foreach (var facts in await ApprovalFacts.LoadAsync(act.Db, act.Org, waiting, act.Now, cancellationToken))
        {
            if (facts.Seating.Settle(act.Db, facts.Approval) is { } newly)
            {
                reply = reply with { Notices = [.. reply.Notices, .. newly.Select(p => facts.Tell(p))], Refreshes = [.. reply.Refreshes, facts.Refresh] };
            }
        }

        return reply;
    }

    /// <summary>The same when a delegation was taken back.</summary>
    public static async Task<Reply> UndoneAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        var changed = act.Db.ChangeTracker.Entries<Delegation>().Where(e => e.State != EntityState.Unchanged).Select(e => e.Entity.FromId).Distinct().ToList();
        foreach (var person in changed)
        {
            reply = await OfAsync(act, person, reply, cancellationToken);
        }

        return reply;
    }
}
