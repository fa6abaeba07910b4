using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Tasks;

namespace SalesBot.Nudges;

/// <summary>
/// The to-do to call a quiet customer: given to whoever is told first, and handed on to the owner, with another day, when the ladder comes to them. Somebody has it at any time, and is told when
/// it is late, as of any to-do.
/// </summary>
internal static class WakeUpCalls
{
    /// <summary>Working days.</summary>
    public const int TimeToCall = 3;

    private const string Rule = SilentCustomers.Rule;

    /// <summary>Those that nobody has made, by the customer's number.</summary>
    public static async Task<Dictionary<long, Todo>> OpenAsync(Scan scan, IReadOnlyCollection<long> customers, CancellationToken cancellationToken) =>
        (await scan.Db.Todos.Where(t => t.Kind == TodoKind.WakeUp && t.DoneAt == null && t.CustomerId != null && customers.Contains(t.CustomerId.Value)).OrderBy(t => t.Id).ToListAsync(cancellationToken))
        .GroupBy(t => t.CustomerId!.Value).ToDictionary(g => g.Key, g => g.First());

    /// <summary>For whoever is told first; one that was left open from an earlier silence is theirs now. What comes back has its own.</summary>
    public static async Task GiveAsync(Scan scan, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).Distinct().ToList();
        var open = await OpenAsync(scan, ids, cancellationToken);
        var names = await scan.Db.Customers.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        foreach (var told in findings.Where(f => Evaluation.Read(f.Facts)?.By is null).GroupBy(f => f.SubjectId))
        {
            var (caller, due) = (told.First().PersonId, CallBy(scan, told.First()));
            foreach (var same in told)
            {
                same.Facts = Evaluation.Read(same.Facts) is { } facts ? (facts with { By = due }).Write() : same.Facts;
            }

            var call = open.GetValueOrDefault(told.Key) ?? scan.Db.Add(new Todo { Key = Keys.New('T'), CreatedAt = scan.Now, Kind = TodoKind.WakeUp, Title = names[told.Key], CustomerId = told.Key }).Entity;
            (call.OwnerId, call.DueOn, call.DueAt) = (caller, due, null);
        }
    }

    /// <summary>The owners' from now on, of what has come up the ladder to them.</summary>
    public static async Task HandOnAsync(Scan scan, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        foreach (var (customer, (todo, handed)) in await NextAsync(scan, findings, cancellationToken))
        {
            (todo.OwnerId, todo.DueOn, todo.DueAt) = (handed.To, handed.By, null);
            foreach (var finding in findings.Where(f => f.SubjectId == customer))
            {
                finding.Facts = Evaluation.Read(finding.Facts) is { } facts ? (facts with { Handed = handed }).Write() : finding.Facts;
            }
        }
    }

    /// <summary>What an act tells of contacts is the call, whoever made it: of a customer that is quiet no longer there is nothing to do.</summary>
    public static async Task MadeAsync(Act act, IReadOnlyCollection<long> customers, CancellationToken cancellationToken)
    {
        var terms = NudgeBook.In(act.Definitions)[Rule];
        foreach (var call in await act.Db.Todos.Include(t => t.Customer).Where(t => t.Kind == TodoKind.WakeUp && t.DoneAt == null && t.CustomerId != null && customers.Contains(t.CustomerId.Value)).ToListAsync(cancellationToken))
        {
            if (call.DoneAt is null && LastContact.Since(call.Customer!, terms, act.Org) > act.Now)
            {
                (call.DoneAt, call.Outcome) = (act.Now, WakeUp.Reached);
            }
        }
    }

    /// <summary>What is to be handed on with these findings, by the customer's number. Changes nothing.</summary>
    public static async Task<IReadOnlyDictionary<long, (Todo Todo, HandedOn To)>> NextAsync(Scan scan, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Where(f => f.Step > 0 && ComesToOwner(scan, f.Step)).Select(f => f.SubjectId).Distinct().ToList();
        var next = new Dictionary<long, (Todo, HandedOn)>();
        if (ids.Count == 0)
        {
            return next;
        }

        var open = await OpenAsync(scan, ids, cancellationToken);
        var first = (await scan.Db.Findings.AsNoTracking().Where(f => f.Rule == Rule && f.Step == 0 && f.State != FindingState.Cleared && ids.Contains(f.SubjectId)).ToListAsync(cancellationToken)).ToLookup(f => f.SubjectId, f => f.PersonId);
        var owners = await scan.Db.Customers.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.OwnerId, cancellationToken);
        var leave = await DaysAway.SinceAsync(scan.Db, scan.Now, cancellationToken);
        foreach (var (customer, todo) in open.Where(t => first[t.Key].Contains(t.Value.OwnerId)))
        {
            if (Whom(scan, scan.Org.Find(owners[customer]), leave) is { } to && to.Person.Id != todo.OwnerId)
            {
                next[customer] = (todo, new HandedOn(todo.OwnerId, to.Person.Id, to.By));
            }
        }

        return next;
    }

    /// <summary>That step of the ladder tells owners, who then are the ones to call.</summary>
    public static bool ComesToOwner(Scan scan, int step) => scan.Book[Rule].Ladder is var ladder && step < ladder.Count && ladder[step].To.Contains(Recipients.Owner, StringComparer.Ordinal);

    /// <summary>On leave on a day on which they would have to call.</summary>
    public static bool IsAway(Scan scan, Person caller, DaysAway leave) =>
        leave.Overlaps(caller, scan.Now, Zones.Instant(WorkCalendar.China.AddWorkdays(Presence.Day(caller, scan.Now), TimeToCall), new TimeOnly(12, 0), caller.TimeZone));

    /// <summary>Working days counted from the one on which the caller hears of it, and early enough that it is late before others are told.</summary>
    private static DateOnly CallBy(Scan scan, Finding finding)
    {
        var caller = scan.Org.Find(finding.PersonId)!;
        var (told, ladder) = (Presence.Day(caller, Trial.Rehearsal.Told(scan, finding.Rule, caller, finding.Since)), scan.Book[finding.Rule].Ladder);
        var by = WorkCalendar.China.AddWorkdays(told, TimeToCall);
        // The morning after it is told as late, and only after that morning whoever is next hears of it.
        var last = ladder.Count < 2 ? by : WorkCalendar.China.AddWorkdays(WorkCalendar.China.AddWorkdays(told.AddDays(ladder[1].After), -1), -1);
        return last < by && last > told ? last : by;
    }

    /// <summary>Its owner; who is on leave for as long as a call may take, or has left, has their superior call. On a day on which they are there.</summary>
    private static (Person Person, DateOnly By)? Whom(Scan scan, Person? owner, DaysAway leave)
    {
        // What has been so since midnight is told this morning.
        var (latest, since) = (WorkCalendar.China.AddWorkdays(scan.Today, TimeToCall), Zones.Instant(scan.Today, TimeOnly.MinValue, "Asia/Shanghai"));
        var line = Recipients.Of([Recipients.Owner, Recipients.Superior], owner, scan.Org).Select(person =>
        {
            var told = Presence.Day(person, leave.AtWork(person, Trial.Rehearsal.Told(scan, Rule, person, since)));
            var by = Zones.Instant(WorkCalendar.China.AddWorkdays(told, TimeToCall), person.WorkFrom, person.TimeZone);
            return (Person: person, Told: told, By: Presence.Day(person, leave.AtWork(person, by)));
        }).ToList();
        return line.Count == 0 ? null : line.FindIndex(l => l.Told <= latest) is >= 0 and var there ? (line[there].Person, line[there].By) : (line[0].Person, line[0].By);
    }
}
