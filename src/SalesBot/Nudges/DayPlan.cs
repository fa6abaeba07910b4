using Microsoft.EntityFrameworkCore;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>What one person may still be told today: whether their digest is due, and how many messages the budget leaves.</summary>
/// <param name="Waiting">Their findings that may be told now, in the order of finding.</param>
/// <param name="IsDigest">Their digest is due now: it takes everything that can wait for it.</param>
/// <param name="Left">Messages that the budget leaves.</param>
internal sealed record DayPlan(Scan Scan, Person Person, IReadOnlyList<Finding> Waiting, bool IsDigest, int Left)
{
    /// <summary>Reads it.</summary>
    /// <param name="isWorking">False: they are not at work, but it is the hour they chose for their digest.</param>
    public static async Task<DayPlan> LoadAsync(Scan scan, Person person, bool isWorking, CancellationToken cancellationToken)
    {
        var (day, now) = (Presence.Day(person, scan.Now), scan.Now);
        var isMorning = now >= Digest.Morning(person, now);
        var digest = person.DigestAt is not null && isMorning && !await scan.Db.Digests.AnyAsync(d => d.PersonId == person.Id && d.Day == day, cancellationToken);
        var midnight = Zones.Instant(day, TimeOnly.MinValue, person.TimeZone);
        var told = await scan.Db.Findings.Where(f => f.PersonId == person.Id && f.ToldAt >= midnight && !f.InDigest).Select(f => new { f.Rule, f.ToldAt }).Distinct().CountAsync(cancellationToken);
        var waiting = await scan.Db.Findings.Where(f => f.State == FindingState.Waiting && f.PersonId == person.Id && (f.SnoozedUntil == null || f.SnoozedUntil <= now)).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        var plan = new DayPlan(scan, person, [], digest, Math.Max(0, scan.Book.Budget - told));
        return plan with { Waiting = [.. waiting.Where(f => plan.IsTime(f, isMorning, isWorking))] };
    }

    /// <summary>Those that are messages of their own, the weightiest first and what is only to be known last, and those that are merged into one. What the budget leaves no room for stays as it is, and waits.</summary>
    public (List<(NudgeRule Rule, Told Told)> Alone, List<(NudgeRule Rule, Told Told)> Merged) Divide(IReadOnlyList<(NudgeRule Rule, Told Told)> parts)
    {
        var urgent = parts.Where(p => p.Rule.Urgent && !(IsDigest && p.Told.IsNews)).ToList();
        var rest = parts.Where(p => !urgent.Contains(p)).OrderBy(p => p.Told.IsNews).ThenByDescending(p => Weight(p.Told, Scan.Now)).ToList();
        return IsDigest ? (urgent, rest) : ([.. urgent, .. rest.Take(Math.Max(0, Left - urgent.Count))], []);
    }

    /// <summary>
    /// What is told in the morning was so by then; what the day's messages have no room for waits for the next digest; hours may be laid down.
    /// </summary>
    private bool IsTime(Finding finding, bool isMorning, bool isWorking)
    {
        if (NudgeRules.Find(finding.Rule) is { Urgent: true })
        {
            return isWorking;
        }

        var terms = Scan.Book[finding.Rule];
        if (!terms.On)
        {
            return false;
        }

        var time = TimeOnly.FromDateTime(Zones.Local(Scan.Now, Person.TimeZone));
        var wasSo = isMorning && finding.Since <= Digest.Morning(Person, Scan.Now);
        if (finding.SnoozedUntil is not null && isWorking)
        {
            // They asked to be told then.
            return true;
        }

        var atOnce = terms.Channel == NudgeChannel.Message && isWorking && (terms.From is null || (time >= terms.From && time < terms.To));
        return atOnce || (terms.Channel == NudgeChannel.Digest && wasSo && (IsDigest || (isWorking && Person.DigestAt is null)));
    }

    /// <summary>Money × lateness × whether a button deals with it.</summary>
    public static double Weight(Told told, DateTimeOffset now) =>
        Math.Max(1, (double)told.AtStake) * Math.Max(1, told.LateSince is { } late ? (now - late).TotalDays : told.Findings.Max(f => (now - f.Since).TotalDays)) * (told.Rows.Any(r => r.Button is not null) ? 2 : 1);
}
