using SalesBot.Calendar;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>What stays as it is and must not be forgotten is told again with the first digest of each week: a finding of that Monday takes the place of the one before.</summary>
internal static class Weekly
{
    /// <summary>Days: what was told in the week before is not said again on Monday.</summary>
    public const int Settled = 7;

    /// <summary>With which this week begins where the company is.</summary>
    public static DateTimeOffset Monday(Scan scan) => Zones.Instant(WeekReport.Monday(scan.Today), TimeOnly.MinValue, "Asia/Shanghai");

    /// <summary>
    /// The end of the day that lies so many days before this Monday, or of the first one after it on which anybody works: what was told on it, at whatever hour, has stood for that long, and after a
    /// Monday off what came on the Tuesday comes back on the next Monday all the same.
    /// </summary>
    public static DateTimeOffset ToldBefore(Scan scan, int settled = Settled)
    {
        var (monday, day) = (WeekReport.Monday(scan.Today), WorkCalendar.China.NextWorkday(WeekReport.Monday(scan.Today).AddDays(-settled - 1)));
        return Zones.Instant(day < monday ? day.AddDays(1) : monday, TimeOnly.MinValue, "Asia/Shanghai");
    }

    /// <summary>The same moment in its first days, afterwards this Monday.</summary>
    public static DateTimeOffset Since(Scan scan, DateTimeOffset since, int settled = Settled) => Monday(scan) is var monday && since.AddDays(settled) <= monday ? monday : since;
}
