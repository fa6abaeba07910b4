using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Data;

namespace SalesBot.People;

/// <summary>Who is away when, from a moment on: to say on which day somebody will be told, and to blame nobody for days on which they were not there. At one moment it is <see cref="Presence"/>.</summary>
internal sealed class DaysAway(ILookup<long, Absence> away)
{
    /// <summary>What ends after that moment.</summary>
    public static async Task<DaysAway> SinceAsync(SalesDb db, DateTimeOffset from, CancellationToken cancellationToken)
    {
        // West of here it is the day before.
        var first = DateOnly.FromDateTime(from.UtcDateTime.AddDays(-1));
        return new DaysAway((await db.Absences.AsNoTracking().Where(a => a.To >= first).ToListAsync(cancellationToken)).ToLookup(a => a.PersonId));
    }

    public bool IsAway(Person person, DateTimeOffset at) => At(person, at) is not null;

    /// <summary>They were away on a working day of that time.</summary>
    public bool Overlaps(Person person, DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (Presence.Day(person, from), Presence.Day(person, to));
        return away[person.Id].Any(a => Days(a.From > first ? a.From : first, a.To < last ? a.To : last).Any(WorkCalendar.China.IsWorkday));
    }

    /// <summary>That moment, or the next one at which they are at work and not away.</summary>
    public DateTimeOffset AtWork(Person person, DateTimeOffset at)
    {
        var moment = Opening(person, at);
        while (At(person, moment) is { } leave)
        {
            var day = Presence.Day(person, moment);
            moment = Opening(person, leave.Half == HalfDay.Morning
                ? Zones.Instant(day, new TimeOnly(12, 0), person.TimeZone)
                : Zones.Instant((leave.Half is null ? leave.To : day).AddDays(1), TimeOnly.MinValue, person.TimeZone));
        }

        return moment;
    }

    private Absence? At(Person person, DateTimeOffset at) => away[person.Id].FirstOrDefault(a => a.Holds(Zones.Local(at, person.TimeZone)));

    private static DateTimeOffset Opening(Person person, DateTimeOffset at) => WorkCalendar.China.NextWorkingMoment(at, Zones.Find(person.TimeZone), person.WorkFrom, person.WorkTo);

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
