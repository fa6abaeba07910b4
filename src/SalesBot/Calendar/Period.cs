using System.Globalization;

namespace SalesBot.Calendar;

/// <summary>A stretch of days, both ends included, as the slot <c>period</c> names it (LABELS.md).</summary>
internal sealed record Period(DateOnly From, DateOnly To)
{
    /// <summary>Reads <c>this_month</c>, <c>last_30_days</c>, <c>2026-03</c>, <c>2026-Q2</c>, <c>2026</c> or <c>a..b</c>; null for anything else. Weeks start on Monday.</summary>
    public static Period? Read(string? text, DateOnly today) => text switch
    {
        null => null,
        "today" => new(today, today),
        "yesterday" => new(today.AddDays(-1), today.AddDays(-1)),
        "tomorrow" => new(today.AddDays(1), today.AddDays(1)),
        "last_30_days" => new(today.AddDays(-29), today),
        _ when Steps(text) is { } steps => Relative(text, steps, today),
        _ => Written(text),
    };

    private static int? Steps(string text) => text switch
    {
        _ when text.StartsWith("this_", StringComparison.Ordinal) => 0,
        _ when text.StartsWith("last_", StringComparison.Ordinal) => -1,
        _ when text.StartsWith("next_", StringComparison.Ordinal) => 1,
        _ => null,
    };

    private static Period? Relative(string text, int steps, DateOnly today) => text[5..] switch
    {
        "week" => Week(today.AddDays(7 * steps)),
        "month" => Months(new DateOnly(today.Year, today.Month, 1).AddMonths(steps), 1),
        "quarter" => Months(new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1).AddMonths(3 * steps), 3),
        "year" => Months(new DateOnly(today.Year + steps, 1, 1), 12),
        _ => null,
    };

    private static Period Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(monday, monday.AddDays(6));
    }

    private static Period Months(DateOnly first, int count) => new(first, first.AddMonths(count).AddDays(-1));

    private static Period? Written(string text)
    {
        if (text.Split("..") is [var from, var to])
        {
            return Day(from) is { } start && Day(to) is { } end && start <= end ? new(start, end) : null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && IsSound(month))
        {
            return Months(month, 1);
        }

        if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) && IsSound(year))
        {
            return Months(year, 12);
        }

        return text is [_, _, _, _, '-', 'Q', >= '1' and <= '4' and var quarter] && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var of) && of is >= 1900 and < 3000
            ? Months(new DateOnly(of, ((quarter - '1') * 3) + 1, 1), 3)
            : Day(text) is { } single ? new(single, single) : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsSound(day) ? day : null;

    /// <summary>Not so near to an end of the calendar that a step over it would fail.</summary>
    private static bool IsSound(DateOnly day) => day.Year is >= 1900 and < 3000;
}
