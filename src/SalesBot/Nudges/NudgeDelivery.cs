using System.Globalization;
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
        var worked = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var person in people.Select(id => chart.Find(id)).OfType<Person>().Where(p => IsWorking(p, now)))
        {
            sent += await TellAsync(person, chart, worked, now, cancellationToken);
        }

        if (worked.Count > 0)
        {
            await NudgeRules.NoteAsync(db, "tell", worked, now, cancellationToken);
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

    /// <summary>Of a message that is about no single record: what one person was told by one rule at one moment.</summary>
    public static string Subject(NudgeRule rule, Person person, DateTimeOffset toldAt) => string.Create(CultureInfo.InvariantCulture, $"nudge:{rule.Id}:{person.Id}:{toldAt.ToUnixTimeSeconds()}");

    /// <summary>One transaction a person: their findings change state together with the messages that tell of them.</summary>
    /// <param name="worked">Filled with the rules that were tried; false once one of them failed.</param>
    private async Task<int> TellAsync(Person person, OrgChart chart, Dictionary<string, bool> worked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var scan = new Scan(db, chart, now);
        var waiting = await db.Findings.Where(f => f.State == FindingState.Waiting && f.PersonId == person.Id).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        var telling = new List<string>();
        foreach (var rule in rules.All)
        {
            var mine = waiting.Where(f => f.Rule == rule.Id).ToList();
            if (mine.Count == 0)
            {
                continue;
            }

            var fine = await rules.TryAsync(rule, "tell", async () =>
            {
                if (await TellAsync(rule, scan, person, mine, cancellationToken))
                {
                    telling.Add(rule.Id);
                }
            });
            worked[rule.Id] = fine && worked.GetValueOrDefault(rule.Id, true);
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
        return telling.Count;
    }

    /// <summary>Returns whether any of the findings still holds, so that there is a message.</summary>
    private async Task<bool> TellAsync(NudgeRule rule, Scan scan, Person person, IReadOnlyList<Finding> mine, CancellationToken cancellationToken)
    {
        var told = await rule.TellAsync(scan, person, mine, cancellationToken);
        if (told is not null)
        {
            var view = told.View with { Subject = told.View.Subject ?? Subject(rule, person, scan.Now) };
            await post.SendAsync(scan.Db, new Notice(person, view), scan.Now, cancellationToken);
        }

        foreach (var finding in mine)
        {
            var holds = told?.Findings.Contains(finding) == true;
            (finding.State, finding.ToldAt, finding.ClearedAt) = holds ? (FindingState.Told, scan.Now, finding.ClearedAt) : (FindingState.Cleared, finding.ToldAt, (DateTimeOffset?)scan.Now);
        }

        return told is not null;
    }
}
