using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>With whom an open approval is, since when, and until when: nobody can say it was somebody else's (AP-06).</summary>
/// <param name="Names">The holders as they are said: a stand-in with whom they stand in for.</param>
/// <param name="Start">When their clock began: it came to this step, or was escalated.</param>
/// <param name="DueAt">When their time is up; an escalation gives the head a whole period of their own.</param>
internal sealed record Ball(IReadOnlyList<Person> Holders, IReadOnlyList<object> Names, DateTimeOffset Since, DateTimeOffset Start, DateTimeOffset DueAt)
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(72);

    /// <summary>Of a last day: from then on it is said how much of it is left.</summary>
    private static readonly TimeSpan Evening = TimeSpan.FromHours(3);

    /// <summary>The last ones asked; who has a stand-in is not waited for.</summary>
    public static Ball Of(Approval approval, Seating seating)
    {
        var entitled = seating.Of(approval);
        var asked = approval.Level == 0 ? entitled : entitled.Where(a => (a.ByEscalation || a.AddedById is not null) && a.AddedAt >= approval.EscalatedAt).ToList();
        return Of(approval, asked, seating.Org, approval.EscalatedAt ?? Reached(approval));
    }

    /// <summary>With whom it was before it was escalated.</summary>
    public static Ball Before(Approval approval, Seating seating) =>
        Of(approval, [.. seating.Of(approval).Where(a => a.ByEscalation == approval.Level > 1 && a.AddedAt < approval.EscalatedAt)], seating.Org, Reached(approval));

    /// <summary>When the present step was reached.</summary>
    private static DateTimeOffset Reached(Approval approval) => approval.Step == 0
        ? approval.SubmittedAt
        : approval.Approvers.Where(a => a.Step == approval.Step).Select(a => a.AddedAt).DefaultIfEmpty(approval.SubmittedAt).Min();

    private static Ball Of(Approval approval, IReadOnlyList<Approver> asked, OrgChart org, DateTimeOffset start)
    {
        var holding = asked.Where(a => !asked.Any(other => other.ForId == a.PersonId)).ToList();
        var since = holding.Select(a => a.AddedAt).Where(at => at > start).DefaultIfEmpty(start).Min();
        return new Ball([.. holding.Select(a => org.Find(a.PersonId)).OfType<Person>().DistinctBy(p => p.Id)], [.. holding.Select(a => Name(a, org))], since, start, approval.DueAt);
    }

    /// <summary>A stand-in is named with whom they stand in for, everybody else by name.</summary>
    public static object Name(Approver approver, OrgChart org)
    {
        object name = org.Find(approver.PersonId) is { } person ? person : "";
        return org.Find(approver.ForId) is { } other ? new Word("Approval.in_place_of", name, other) : name;
    }

    /// <summary>The time that is left, or by how much it is over, in whole hours, under an hour in minutes; what is over for long in days.</summary>
    public Word Left(DateTimeOffset now)
    {
        var left = DueAt - now;
        var late = left < TimeSpan.Zero;
        var amount = left.Duration();
        return (late, amount.TotalHours >= 1) switch
        {
            (false, true) => new Word("Approval.left.hours", (int)amount.TotalHours),
            (false, false) => new Word("Approval.left.minutes", (int)amount.TotalMinutes),
            (true, true) when amount > Long => new Word("Approval.late.days", (int)amount.TotalDays),
            (true, true) => new Word("Approval.late.hours", (int)amount.TotalHours),
            _ => new Word("Approval.late.minutes", (int)amount.TotalMinutes),
        };
    }

    /// <summary>The same as whoever has it reads it: hours of a night or weekend are no time to decide in.</summary>
    public Word LeftFor(Person holder, DateTimeOffset now)
    {
        var tomorrow = Zones.Instant(Presence.Day(holder, now).AddDays(1), TimeOnly.MinValue, holder.TimeZone);
        return DueAt < tomorrow ? Left(now)
            : ApprovalClock.AtWork(holder, tomorrow) >= DueAt ? LeftToday(holder, now)
            : DueAt - now <= TimeSpan.FromDays(1) ? Left(now) : new Word("Approval.left.days", (int)(DueAt - now).TotalDays);
    }

    /// <summary>No other day of work is left; towards its end by hours, so that the second reminder of a day is not the first one again.</summary>
    private static Word LeftToday(Person holder, DateTimeOffset now)
    {
        var left = Zones.Instant(Presence.Day(holder, now), holder.WorkTo, holder.TimeZone) - now;
        return left > TimeSpan.Zero && left <= Evening ? new Word("Approval.left.leaving", (int)Math.Ceiling(left.TotalHours)) : new Word("Approval.left.today");
    }
}
