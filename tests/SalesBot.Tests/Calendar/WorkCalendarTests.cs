using System.Globalization;
using SalesBot.Calendar;

namespace SalesBot.Tests.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-04-06", false)]
    [InlineData("2026-03-14", false)]
    [InlineData("2025-01-28", false)]
    [InlineData("2025-04-27", true)]
    [InlineData("2027-02-08", false)]
    [InlineData("2027-02-09", true)]
    public void Knows_breaks_and_make_up_days(string date, bool worked) => Assert.Equal(worked, WorkCalendar.China.IsWorkday(Day(date)));

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-03-13", 1, "2026-03-16")]
    [InlineData("2026-03-16", -1, "2026-03-13")]
    [InlineData("2026-03-11", 5, "2026-03-18")]
    [InlineData("2026-03-14", 0, "2026-03-14")]
    public void Counts_working_days(string from, int count, string to) => Assert.Equal(Day(to), WorkCalendar.China.AddWorkdays(Day(from), count));

    [Theory]
    [InlineData("2026-03-11T10:00+08:00", "2026-03-11T10:00+08:00")]
    [InlineData("2026-03-11T07:00+08:00", "2026-03-11T09:00+08:00")]
    [InlineData("2026-03-13T18:00+08:00", "2026-03-16T09:00+08:00")]
    [InlineData("2026-09-30T12:00Z", "2026-10-08T09:00+08:00")]
    public void Waits_for_working_hours(string now, string expected) =>
        Assert.Equal(At(expected), WorkCalendar.China.NextWorkingMoment(At(now), Shanghai, new TimeOnly(9, 0), new TimeOnly(18, 0)));

    [Theory]
    [InlineData("2026-03-11T10:00+08:00", 4, "2026-03-11T14:00+08:00")]
    [InlineData("2026-03-13T17:00+08:00", 2, "2026-03-16T10:00+08:00")]
    [InlineData("2026-09-30T17:00+08:00", 10, "2026-10-08T18:00+08:00")]
    public void Adds_working_hours(string start, int hours, string expected) =>
        Assert.Equal(At(expected), WorkCalendar.China.AddWorkingHours(At(start), TimeSpan.FromHours(hours), Shanghai, new TimeOnly(9, 0), new TimeOnly(18, 0)));

    [Fact]
    public void Says_which_years_are_estimated()
    {
        Assert.False(WorkCalendar.China.IsEstimated(2026));
        Assert.True(WorkCalendar.China.IsEstimated(2027));
    }

    [Theory]
    [InlineData(2026, 1, 1, "2026-02-17")]
    [InlineData(2026, 8, 15, "2026-09-25")]
    [InlineData(2025, 8, 15, "2025-10-06")]
    [InlineData(2026, 5, 5, "2026-06-19")]
    public void Turns_lunar_days_into_dates(int year, int month, int day, string date) => Assert.Equal(Day(date), LunarDate.In(year, month, day));

    [Theory]
    [InlineData(2025, "2025-04-04")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-04-05")]
    public void Knows_tomb_sweeping_day(int year, string date) => Assert.Equal(Day(date), LunarDate.Qingming(year));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
