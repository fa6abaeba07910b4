using System.Globalization;

namespace SalesBot.Calendar;

/// <summary>Dates of the Chinese lunisolar calendar. Covers 1901 to 2100; other years have no answer.</summary>
internal static class LunarDate
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The day of lunar <paramref name="month"/> and <paramref name="day"/> in the lunar year that begins in <paramref name="year"/>; a leap month is not meant.</summary>
    public static DateOnly? In(int year, int month, int day)
    {
        if (year is < 1902 or > 2099 || month is < 1 or > 12) return null;
        var leap = Lunar.GetLeapMonth(year);
        var counted = leap > 0 && month >= leap ? month + 1 : month;
        if (day < 1 || day > Lunar.GetDaysInMonth(year, counted)) return null;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, counted, day, 0, 0, 0, 0));
    }

    /// <summary>The eve of the lunar new year that begins in <paramref name="year"/>.</summary>
    public static DateOnly? NewYearsEve(int year) => In(year, 1, 1)?.AddDays(-1);

    /// <summary>Tomb-sweeping day by the solar term's usual formula, good for 2000 to 2099.</summary>
    public static DateOnly Qingming(int year)
    {
        var y = year % 100;
        return new DateOnly(year, 4, (int)((y * 0.2422) + 4.81) - (y / 4));
    }
}
