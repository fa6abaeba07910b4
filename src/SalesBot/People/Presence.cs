using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Data;

namespace SalesBot.People;

/// <summary>Who is at work at a moment: in their own hours and zone, on a working day, and not on leave.</summary>
internal sealed class Presence(DateTimeOffset now, IReadOnlySet<long> away)
{
    public static async Task<Presence> AtAsync(SalesDb db, IEnumerable<Person> people, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // East and west of here it is another day.
        var (first, last) = (DateOnly.FromDateTime(now.UtcDateTime.AddDays(-1)), DateOnly.FromDateTime(now.UtcDateTime.AddDays(1)));
        var absences = await db.Absences.AsNoTracking().Where(a => a.From <= last && a.To >= first).ToListAsync(cancellationToken);
        var away = absences.ToLookup(a => a.PersonId);
        return new Presence(now, people.Where(p => away[p.Id].Any(a => a.Holds(Zones.Local(now, p.TimeZone)))).Select(p => p.Id).ToHashSet());
    }

    /// <summary>The day it is where the person is.</summary>
    public static DateOnly Day(Person person, DateTimeOffset now) => DateOnly.FromDateTime(Zones.Local(now, person.TimeZone));

    /// <summary>On leave at that moment.</summary>
    public bool IsAway(Person person) => away.Contains(person.Id);

    /// <summary>It is a working day of theirs, at whatever hour.</summary>
    public bool WorksToday(Person person) => person.Active && !away.Contains(person.Id) && WorkCalendar.China.IsWorkday(Day(person, now));

    public bool IsWorking(Person person) => !away.Contains(person.Id) && IsWorking(person, now);

    /// <summary>Never in someone's night, weekend or holiday; a 调休 make-up day is a day like others.</summary>
    public static bool IsWorking(Person person, DateTimeOffset now)
    {
        var local = Zones.Local(now, person.TimeZone);
        var time = TimeOnly.FromDateTime(local);
        return person.Active && WorkCalendar.China.IsWorkday(DateOnly.FromDateTime(local)) && time >= person.WorkFrom && time < person.WorkTo;
    }
}
