using System.Globalization;
using SalesBot.Calendar;

namespace SalesBot.Tests.Calendar;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("today", "2026-03-11", "2026-03-11")]
    [InlineData("yesterday", "2026-03-10", "2026-03-10")]
    [InlineData("this_week", "2026-03-09", "2026-03-15")]
    [InlineData("last_week", "2026-03-02", "2026-03-08")]
    [InlineData("next_month", "2026-04-01", "2026-04-30")]
    [InlineData("last_quarter", "2025-10-01", "2025-12-31")]
    [InlineData("this_quarter", "2026-01-01", "2026-03-31")]
    [InlineData("this_year", "2026-01-01", "2026-12-31")]
    [InlineData("last_30_days", "2026-02-10", "2026-03-11")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2026-Q2", "2026-04-01", "2026-06-30")]
    [InlineData("2026-03-05..2026-03-20", "2026-03-05", "2026-03-20")]
    public void Names_become_days(string name, string from, string to)
    {
        var expected = new Period(Day(from), Day(to));

        Assert.Equal(expected, Period.Read(name, new DateOnly(2026, 3, 11)));
    }

    [Theory]
    [InlineData("this_moment")]
    [InlineData("2026-Q5")]
    [InlineData("2026-13")]
    [InlineData("2026-03-20..2026-03-05")]
    [InlineData("soon")]
    public void What_is_no_period_is_not_guessed(string name) => Assert.Null(Period.Read(name, new DateOnly(2026, 3, 11)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
