using Microsoft.EntityFrameworkCore;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>What one person may still be told today: whether their digest is due, and how many messages the budget leaves.</summary>
/// <param name="Waiting">Their findings that wait and do not rest, in the order of finding.</param>
/// <param name="IsDigest">Their digest is due now: it takes everything that can wait for it.</param>
/// <param name="Left">Messages that the budget leaves.</param>
internal sealed record DayPlan(Scan Scan, Person Person, IReadOnlyList<Finding> Waiting, bool IsDigest, int Left)
{
    public static async Task<DayPlan> LoadAsync(Scan scan, Person person, CancellationToken cancellationToken)
    {
        var (day, now) = (Presence.Day(person, scan.Now), scan.Now);
        var waiting = await scan.Db.Findings.Where(f => f.State == FindingState.Waiting && f.PersonId == person.Id && (f.SnoozedUntil == null || f.SnoozedUntil <= now)).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        var digest = Digest.IsDue(person, now) && !await scan.Db.Digests.AnyAsync(d => d.PersonId == person.Id && d.Day == day, cancellationToken);
        var midnight = Zones.Instant(day, TimeOnly.MinValue, person.TimeZone);
        var told = await scan.Db.Findings.Where(f => f.PersonId == person.Id && f.ToldAt >= midnight && !f.InDigest).Select(f => new { f.Rule, f.ToldAt }).Distinct().CountAsync(cancellationToken);
        return new DayPlan(scan, person, waiting, digest, Math.Max(0, scan.Book.Budget - told));
    }

    /// <summary>Whether a rule may tell now: what goes into the digest waits for it, unless the person gets none; hours may be laid down.</summary>
    public bool IsTime(NudgeRule rule)
    {
        if (rule.Urgent)
        {
            return true;
        }

        var terms = Scan.Book[rule.Id];
        var time = TimeOnly.FromDateTime(Zones.Local(Scan.Now, Person.TimeZone));
        var awaitsDigest = !IsDigest && Person.DigestAt is not null && (terms.Channel == NudgeChannel.Digest || Left == 0);
        return !awaitsDigest && (terms.From is null || IsDigest || (time >= terms.From && time < terms.To));
    }

    /// <summary>Those that are messages of their own, the weightiest first, and those that are merged into one. What the budget leaves no room for stays as it is, and waits.</summary>
    public (List<(NudgeRule Rule, Told Told)> Alone, List<(NudgeRule Rule, Told Told)> Merged) Divide(IReadOnlyList<(NudgeRule Rule, Told Told)> parts)
    {
        var urgent = parts.Where(p => p.Rule.Urgent).ToList();
        var rest = parts.Where(p => !p.Rule.Urgent).OrderByDescending(p => Weight(p.Told)).ToList();
        return IsDigest ? (urgent, rest) : ([.. urgent, .. rest.Take(Person.DigestAt is null ? Scan.Book.Budget : Math.Max(0, Left - urgent.Count))], []);
    }

    /// <summary>Money × lateness × whether a button deals with it.</summary>
    private double Weight(Told told) =>
        Math.Max(1, (double)told.AtStake) * Math.Max(1, told.Findings.Max(f => (Scan.Now - f.Since).TotalDays)) * (told.Rows.Any(r => r.Button is not null) ? 2 : 1);
}
