namespace SalesBot.Language.Dates;

/// <summary>Day arithmetic that the rules share. Weeks start on Monday (LABELS.md).</summary>
internal static class Days
{
    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    public static int Weekday(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    public static DateOnly Monday(DateOnly date) => Add(date, 1 - Weekday(date));

    public static DateOnly FirstOfMonth(DateOnly date) => new(date.Year, date.Month, 1);

    public static DateOnly LastOfMonth(DateOnly date) => new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));

    public static DateOnly FirstOfQuarter(DateOnly date) => new(date.Year, (((date.Month - 1) / 3) * 3) + 1, 1);

    /// <summary>Never leaves the calendar: far dates stop at its ends.</summary>
    public static DateOnly Add(DateOnly date, double days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(date.DayNumber + Math.Floor(days), 0, DateOnly.MaxValue.DayNumber - 400));

    public static DateOnly AddMonths(DateOnly date, double months)
    {
        var index = (date.Year * 12) + date.Month - 1 + Math.Truncate(months);
        return index < 12 || index >= 9998 * 12 ? date : date.AddMonths((int)Math.Truncate(months));
    }

    public static DateTime Add(DateTime moment, Length length, int sign)
    {
        var date = DateOnly.FromDateTime(moment);
        var months = sign * ((length.Years * 12) + length.Months);
        date = AddMonths(date, months);
        date = Add(date, (sign * (length.Days + length.Workdays)) + Math.Round((months - Math.Truncate(months)) * 30));
        if (length.Workdays != 0) date = Calendar.WorkCalendar.China.AddWorkdays(Add(date, -sign * length.Workdays), (int)Math.Clamp(sign * length.Workdays, -5000, 5000));
        var seconds = Math.Clamp(sign * length.Seconds, -3e9, 3e9);
        return date.ToDateTime(TimeOnly.FromDateTime(moment)).AddSeconds(seconds);
    }

    /// <summary>The next (today included) and the last month-and-day; null for the 30th of February.</summary>
    public static DayValue? Around(DateOnly today, int month, int day)
    {
        DateOnly? next = null, past = null;
        for (var i = 0; i <= 8 && next is null; i++) next = Of(today.Year + i, month, day) is { } d && d >= today ? d : null;
        for (var i = 0; i <= 8 && past is null; i++) past = Of(today.Year - i, month, day) is { } d && d < today ? d : null;
        return next is { } n ? new DayValue(n, past ?? n) { Month = month, Day = day } : null;
    }

    /// <summary>The next (today included) and the last day of that number in a month that has it.</summary>
    public static DayValue? AroundDay(DateOnly today, int day)
    {
        DateOnly? next = null, past = null;
        for (var i = 0; i <= 2 && next is null; i++) next = InMonth(AddMonths(FirstOfMonth(today), i), day) is { } d && d >= today ? d : null;
        for (var i = 0; i <= 2 && past is null; i++) past = InMonth(AddMonths(FirstOfMonth(today), -i), day) is { } d && d < today ? d : null;
        return next is { } n ? new DayValue(n, past ?? n) { Day = day } : null;
    }

    public static DateOnly? InMonth(DateOnly month, int day) => Of(month.Year, month.Month, day);

    public static DayValue AroundWeekday(DateOnly today, int weekday)
    {
        var next = Add(today, ((weekday - Weekday(today)) + 7) % 7);
        return new DayValue(next, Add(next, -7)) { Weekday = weekday };
    }

    /// <summary>The n-th weekday from a day on (n = 5 and beyond the end gives the last before <paramref name="last"/>).</summary>
    public static DateOnly? Nth(DateOnly first, DateOnly last, int weekday, int n)
    {
        var day = Add(first, (((weekday - Weekday(first)) + 7) % 7) + (7 * (n - 1)));
        return day <= last ? day : null;
    }

    public static DateOnly LastWeekday(DateOnly last, int weekday) => Add(last, -((Weekday(last) - weekday + 7) % 7));
}
