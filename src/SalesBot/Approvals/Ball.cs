using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>With whom an open approval is, since when, and until when: nobody can say it was somebody else's (AP-06).</summary>
/// <param name="DueAt">When their time is up; an escalation gives the head a whole period of their own.</param>
internal sealed record Ball(IReadOnlyList<Person> Holders, DateTimeOffset Since, DateTimeOffset DueAt)
{
    public IReadOnlyList<string> Names => [.. Holders.Select(h => h.Name)];

    /// <summary>The last one asked; who has a stand-in is not waited for.</summary>
    public static Ball Of(Approval approval, OrgChart org)
    {
        var asked = approval.Level == 0 ? approval.Approvers : approval.Approvers.Where(a => a.ByEscalation && a.AddedAt >= approval.EscalatedAt).ToList();
        var holding = asked.Where(a => !asked.Exists(other => other.ForId == a.PersonId)).ToList();
        var since = holding.Count == 0 ? approval.SubmittedAt : holding.Min(a => a.AddedAt);
        var due = approval.EscalatedAt is { } escalated ? escalated + ApprovalClock.Period : approval.DueAt;
        return new Ball([.. holding.Select(a => org.Find(a.PersonId)).OfType<Person>()], since, due);
    }

    /// <summary>The time that is left, or by how much it is over, in whole hours, under an hour in minutes.</summary>
    public Word Left(DateTimeOffset now)
    {
        var left = DueAt - now;
        var late = left < TimeSpan.Zero;
        var amount = left.Duration();
        return (late, amount.TotalHours >= 1) switch
        {
            (false, true) => new Word("Approval.left.hours", (int)amount.TotalHours),
            (false, false) => new Word("Approval.left.minutes", (int)amount.TotalMinutes),
            (true, true) => new Word("Approval.late.hours", (int)amount.TotalHours),
            _ => new Word("Approval.late.minutes", (int)amount.TotalMinutes),
        };
    }
}
