using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Telemetry;

namespace SalesBot.Nudges;

/// <summary>
/// Tells what was found: to each person in their working hours only, findings of one rule in one message, with the state looked at again just
/// before, so that nobody is told what is no longer so.
/// </summary>
internal sealed class NudgeDelivery(Func<SalesDb> open, NudgeRules rules, OrgCache org, Post post, Outbox outbox)
{
    /// <summary>Returns the number of messages put into the outbox.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var people = await db.Findings.Where(f => f.State == FindingState.Waiting).Select(f => f.PersonId).Distinct().ToListAsync(cancellationToken);
        var chart = await org.GetAsync(db, now, cancellationToken);
        var sent = 0;
        foreach (var person in people.Select(id => chart.Find(id)).OfType<Person>().Where(p => IsWorking(p, now)))
        {
            sent += await TellAsync(person, chart, now, cancellationToken);
        }

        if (sent > 0)
        {
            outbox.Wake();
        }

        return sent;
    }

    /// <summary>Never in someone's night, weekend or holiday; a 调休 make-up day is a day like others.</summary>
    public static bool IsWorking(Person person, DateTimeOffset now)
    {
        var local = Zones.Local(now, person.TimeZone);
        var time = TimeOnly.FromDateTime(local);
        return person.Active && WorkCalendar.China.IsWorkday(DateOnly.FromDateTime(local)) && time >= person.WorkFrom && time < person.WorkTo;
    }

    /// <summary>One transaction a person: their findings change state together with the messages that tell of them.</summary>
    private async Task<int> TellAsync(Person person, OrgChart chart, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var scan = new Scan(db, chart, now);
        var waiting = await db.Findings.Where(f => f.State == FindingState.Waiting && f.PersonId == person.Id).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        var sent = 0;
        var telling = new List<string>();
        foreach (var rule in rules.All)
        {
            var mine = waiting.Where(f => f.Rule == rule.Id).ToList();
            if (mine.Count == 0)
            {
                continue;
            }

            var told = await rule.TellAsync(scan, person, mine, cancellationToken);
            foreach (var finding in mine)
            {
                var holds = told?.Findings.Contains(finding) == true;
                (finding.State, finding.ToldAt, finding.ClearedAt) = holds ? (FindingState.Told, now, finding.ClearedAt) : (FindingState.Cleared, finding.ToldAt, (DateTimeOffset?)now);
            }

            if (told is not null)
            {
                await post.SendAsync(db, new Notice(person, told.View), now, cancellationToken);
                sent++;
                telling.Add(rule.Id);
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node told this person a moment before.
            return 0;
        }

        telling.ForEach(rule => Instruments.Nudges.Add(1, new KeyValuePair<string, object?>("rule", rule)));
        return sent;
    }
}
