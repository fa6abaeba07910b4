using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges.Trial;

/// <summary>
/// About how many messages the rules would send on the coming days if nobody did anything, by the real rules asked about moments to come. What follows from the clock of a
/// meeting or an approval is left out: no terms change it. <c>rehearse</c> of the command line plays the same hour by hour.
/// </summary>
/// <param name="Most">That one person would get on one day.</param>
internal sealed record Rehearsal(int Messages, int People, int Most)
{
    /// <summary>Days ahead.</summary>
    public const int Ahead = 30;

    /// <summary>The rehearsal of each book; a rule of which they say the same is asked once.</summary>
    public static async Task<(Rehearsal Before, Rehearsal After)> RunAsync(Scan before, Scan after, IReadOnlyCollection<NudgeRule> changed, CancellationToken cancellationToken)
    {
        var (old, now) = (new List<Coming>(), new List<Coming>());
        foreach (var rule in NudgeRules.Shipped.Where(r => !r.Urgent))
        {
            var found = await ComingAsync(before, rule, cancellationToken);
            old.AddRange(found);
            now.AddRange(changed.Contains(rule) ? await ComingAsync(after, rule, cancellationToken) : found);
        }

        return (Of(before, old), Of(after, now));
    }

    public Word Said => new("Rule.coming", new Word("Count.messages", Messages), new Word("Count.people", People), Most);

    /// <summary>What the rule will tell whom, with the steps of its ladder that follow while nobody acts.</summary>
    private static async Task<List<Coming>> ComingAsync(Scan scan, NudgeRule rule, CancellationToken cancellationToken)
    {
        var looks = rule.Passing ? Enumerable.Range(0, Ahead + 1) : [Ahead];
        var findings = await scan.Db.Findings.AsNoTracking().Where(f => f.Rule == rule.Id && f.State == FindingState.Waiting).ToListAsync(cancellationToken);
        foreach (var day in looks)
        {
            findings.AddRange(await NudgeScan.NewAsync(scan with { Now = scan.Now.AddDays(day) }, rule, cancellationToken));
        }

        var coming = new List<Coming>();
        foreach (var finding in findings.DistinctBy(f => (f.SubjectId, f.Since, f.PersonId)))
        {
            var at = finding.SnoozedUntil is { } rests && rests > finding.Since ? rests : finding.Since;
            coming.AddRange(Steps(scan, finding, at, isFirst: finding == findings.Find(f => f.SubjectId == finding.SubjectId && f.Since == finding.Since)));
        }

        return coming;
    }

    private static IEnumerable<Coming> Steps(Scan scan, Finding finding, DateTimeOffset at, bool isFirst)
    {
        var end = scan.Now.AddDays(Ahead);
        if (at > end || scan.Org.Find(finding.PersonId) is not { } person)
        {
            yield break;
        }

        var told = Told(scan, finding.Rule, person, at);
        yield return new Coming(finding.Rule, person, told);
        // Those who are told together climb together.
        if (!isFirst || Ladder.Next(scan, new Finding { Rule = finding.Rule, Step = finding.Step, Since = finding.Since, PersonId = finding.PersonId, Facts = finding.Facts, ToldAt = told }) is not { } next)
        {
            yield break;
        }

        foreach (var above in next.To)
        {
            var climbed = new Finding { Rule = finding.Rule, SubjectId = finding.SubjectId, Step = next.Step, Since = next.Since, PersonId = above.Id, Facts = finding.Facts };
            foreach (var step in Steps(scan, climbed, next.At, above == next.To[0]))
            {
                yield return step;
            }
        }
    }

    /// <summary>In the first morning by which it is so, or at once; what has been so by this morning may be told now.</summary>
    public static DateTimeOffset Told(Scan scan, string rule, Person person, DateTimeOffset at)
    {
        var moment = at;
        if (scan.Book[rule].Channel == NudgeChannel.Digest)
        {
            moment = Digest.Morning(person, at);
            for (var day = Presence.Day(person, at); moment < at || !WorkCalendar.China.IsWorkday(day); day = day.AddDays(1))
            {
                moment = Digest.Morning(person, Zones.Instant(day.AddDays(1), TimeOnly.MinValue, person.TimeZone));
            }
        }

        return WorkCalendar.China.NextWorkingMoment(moment < scan.Now ? scan.Now : moment, Zones.Find(person.TimeZone), person.WorkFrom, person.WorkTo);
    }

    /// <summary>What waits in the morning is one digest; afterwards what a rule finds within an hour is one message, as far as the budget goes.</summary>
    private static Rehearsal Of(Scan scan, List<Coming> coming)
    {
        var days = coming.GroupBy(c => (c.Person.Id, Day: Presence.Day(c.Person, c.At))).Select(day =>
        {
            var alone = day.Where(c => c.Person.DigestAt is null || (scan.Book[c.Rule].Channel == NudgeChannel.Message && TimeOnly.FromDateTime(Zones.Local(c.At, c.Person.TimeZone)) > c.Person.DigestAt))
                .Select(c => (c.Rule, Zones.Local(c.At, c.Person.TimeZone).Hour)).Distinct().Count();
            var merged = day.Any(c => c.Person.DigestAt is not null && (scan.Book[c.Rule].Channel == NudgeChannel.Digest || TimeOnly.FromDateTime(Zones.Local(c.At, c.Person.TimeZone)) <= c.Person.DigestAt)) || alone > scan.Book.Budget;
            return (day.Key.Id, Messages: Math.Min(alone, scan.Book.Budget) + (merged ? 1 : 0));
        }).ToList();
        return new Rehearsal(days.Sum(d => d.Messages), days.Select(d => d.Id).Distinct().Count(), days.Select(d => d.Messages).DefaultIfEmpty(0).Max());
    }

    /// <summary>Somebody is told by a rule.</summary>
    private sealed record Coming(string Rule, Person Person, DateTimeOffset At);
}
