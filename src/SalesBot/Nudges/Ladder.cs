using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Nudges.Trial;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>What nobody has dealt with goes on to the next step of its rule's ladder (complaints 4 and 23), once, and only while it is still so.</summary>
internal static class Ladder
{
    /// <summary>
    /// A step that is to come, or has come: so many days of the calendar after the step before was told, so that nobody is passed over who has had no time to act, and that it comes in the morning
    /// of the day that was announced, at whatever hour that was.
    /// </summary>
    public sealed record Rung(int Step, DateOnly Day, DateTimeOffset Since, IReadOnlyList<Person> To)
    {
        public DateTimeOffset At => Midnight(Day);
    }

    /// <summary>What will be told to whom next.</summary>
    /// <param name="Day">On which the first of them is told: at work, and not on leave.</param>
    public sealed record Announced(int Step, DateOnly Day, IReadOnlyList<Person> To);

    /// <summary>The step after the one on which a finding was told; null at the end. Who knows already is not told again.</summary>
    /// <param name="told">When it was told first; null: when this one was.</param>
    public static Rung? Next(Scan scan, Finding finding, DateTimeOffset? told = null)
    {
        var ladder = scan.Book[finding.Rule].Ladder;
        if (finding.Step + 1 >= ladder.Count || finding.Step >= ladder.Count)
        {
            return null;
        }

        var (here, next, facts) = (ladder[finding.Step], ladder[finding.Step + 1], Evaluation.Read(finding.Facts));
        var owner = scan.Org.Find(facts?.Owner);
        var known = Recipients.Of(ladder.Take(finding.Step + 1).SelectMany(s => s.To), owner, scan.Org).Select(p => p.Id).Append(finding.PersonId).ToHashSet();
        var days = next.After - here.After;
        var day = (scan with { Now = told ?? finding.ToldAt ?? scan.Now }).Today.AddDays(days);
        // The morning after the day that was named it is told as late, and only on the next one to others.
        var late = (facts?.Handed?.By ?? facts?.By) is { } by ? WorkCalendar.China.AddWorkdays(by, 2) : day;
        return new Rung(finding.Step + 1, late > day ? late : day, finding.Since.AddDays(days), [.. Recipients.Of(next.To, owner, scan.Org).Where(p => !known.Contains(p.Id))]);
    }

    /// <summary>
    /// What is announced with these findings of one rule, the earliest first: of those that have not gone on yet. A matter goes on from when the first of its step was told, so whoever hears of it
    /// later, as they were away, is told the same day.
    /// </summary>
    public static async Task<IReadOnlyList<Announced>> ComingAsync(Scan scan, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        if (findings.Count == 0 || scan.Book[findings[0].Rule].Ladder.Count < 2)
        {
            return [];
        }

        var (rule, ids) = (findings[0].Rule, findings.Select(f => f.SubjectId).ToList());
        var about = (await scan.Db.Findings.AsNoTracking().Where(f => f.Rule == rule && ids.Contains(f.SubjectId) && f.State != FindingState.Cleared).ToListAsync(cancellationToken)).ToLookup(f => f.SubjectId);
        var leave = await DaysAway.SinceAsync(scan.Db, scan.Now, cancellationToken);
        var coming = new List<Announced>();
        foreach (var finding in findings.Where(f => !about[f.SubjectId].Any(later => later.Step == f.Step + 1 && later.Since > f.Since)))
        {
            var same = about[finding.SubjectId].Where(f => f.Step == finding.Step && f.Since == finding.Since && f.PersonId != finding.PersonId);
            var told = same.Select(f => f.ToldAt ?? (scan.Org.Find(f.PersonId) is { } person && leave.IsAway(person, scan.Now) ? f.FoundAt : scan.Now)).Append(finding.ToldAt ?? scan.Now).Min();
            if (Next(scan, finding, told) is { To.Count: > 0 } next)
            {
                coming.Add(new Announced(next.Step, next.To.Min(person => ToldOn(scan, rule, person, next.At, leave)), next.To));
            }
        }

        return [.. coming.OrderBy(c => c.Day)];
    }

    private static DateTimeOffset Midnight(DateOnly day) => Zones.Instant(day, TimeOnly.MinValue, "Asia/Shanghai");

    private static DateOnly ToldOn(Scan scan, string rule, Person person, DateTimeOffset at, DaysAway leave) => Presence.Day(person, leave.AtWork(person, Rehearsal.Told(scan, rule, person, at)));

    /// <summary>The findings of the next steps that have come, of those of a rule that are not cleared. What rests (snoozed) does not climb, and nothing does during a pause; what could not be told, as somebody is on leave, does.</summary>
    public static async Task<IReadOnlyList<Finding>> ClimbAsync(Scan scan, NudgeRule rule, CancellationToken cancellationToken)
    {
        var ladder = scan.Book[rule.Id].Ladder;
        if (ladder.Count < 2 || await NudgePause.IsOnAsync(scan.Db, scan.Now, cancellationToken))
        {
            return [];
        }

        Presence? presence = null;
        var climbed = new List<Finding>();
        for (var step = 0; step + 1 < ladder.Count; step++)
        {
            var after = Midnight(scan.Today.AddDays(ladder[step].After - ladder[step + 1].After + 1));
            var due = await scan.Db.Findings.AsNoTracking()
                .Where(f => f.Rule == rule.Id && f.State != FindingState.Cleared && f.Step == step && (f.ToldAt ?? f.FoundAt) < after && (f.SnoozedUntil == null || f.SnoozedUntil <= scan.Now))
                .Where(f => !scan.Db.Findings.Any(later => later.Rule == f.Rule && later.SubjectId == f.SubjectId && later.Step == f.Step + 1 && later.Since > f.Since && later.State != FindingState.Cleared))
                .ToListAsync(cancellationToken);
            if (due.Exists(f => f.ToldAt is null))
            {
                // Who is on leave could not be told; for all others it waits until they were.
                presence ??= await Presence.AtAsync(scan.Db, scan.Org.Everybody, scan.Now, cancellationToken);
                due.RemoveAll(f => f.ToldAt is null && !(scan.Org.Find(f.PersonId) is { } person && presence.IsAway(person)));
            }

            climbed.AddRange(due.GroupBy(f => (f.SubjectId, f.Since)).SelectMany(same => Above(scan, same.First())));
        }

        return climbed;
    }

    private static IEnumerable<Finding> Above(Scan scan, Finding below) => Next(scan, below, below.ToldAt ?? below.FoundAt) is not { } next || next.At > scan.Now ? [] : next.To.Select(person => new Finding
    {
        Rule = below.Rule, SubjectId = below.SubjectId, SubjectKey = below.SubjectKey, Since = next.Since, PersonId = person.Id, FoundAt = scan.Now, Book = scan.Book.Version, Step = next.Step, Facts = below.Facts,
    });
}
