using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>Deciding in somebody's place: as long as the delegation runs, not longer.</summary>
internal static class StandIns
{
    /// <summary>The approvers of an approval who may decide now: those asked themselves, and those whose delegation runs.</summary>
    public static async Task<IReadOnlyList<Approver>> EntitledAsync(SalesDb db, Approval approval, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (approval.Approvers.TrueForAll(a => a.ForId is null))
        {
            return approval.Approvers;
        }

        var running = await db.Delegations.Where(d => d.StartsAt <= now && d.EndsAt > now).Select(d => new { d.FromId, d.ToId }).ToListAsync(cancellationToken);
        var local = db.Delegations.Local.Where(d => d.StartsAt <= now && d.EndsAt > now).Select(d => new { d.FromId, d.ToId });
        var pairs = running.Concat(local).ToHashSet();
        return [.. approval.Approvers.Where(a => a.ForId is not { } from || pairs.Contains(new { FromId = from, ToId = a.PersonId }))];
    }

    /// <summary>Adds the stand-in beside the one they stand in for, under the same clock.</summary>
    public static Task<ApprovalFacts> SeatAsync(SalesDb db, OrgChart org, Approval approval, long from, long to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var escalated = approval.Approvers.Find(a => a.PersonId == from)?.ByEscalation == true;
        ApprovalRoute.Add(db, approval, to, from, escalated, now);
        return ApprovalFacts.LoadAsync(db, org, approval, now, cancellationToken);
    }
}
