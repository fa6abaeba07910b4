using System.Globalization;
using SalesBot.Calendar;
using SalesBot.Language.Grammar;

namespace SalesBot.Language.Dates;

/// <summary>Constructors of <c>dates-holidays.txt</c>: festivals by the Gregorian and the lunar calendar, and working days around a break.</summary>
internal static class HolidayRules
{
    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["holiday"] = static a => Around(Code(a, 0), a.Today),
        ["holidayyear"] = static a => InYear(Code(a, 0), a.Int(1)),
        ["yearholiday"] = static a => InYear(Code(a, 2), a.Has(0) ? a.Int(0) : a.Int(1)),
        ["modholiday"] = static a => Mod(Code(a, 1), a.Today, a.Int(0)),
        ["holidayof"] = static a => InYear(Code(a, 0), a.Today.Year + a.Int(1)),
        ["holidayweekend"] = static a => Around(Code(a, 0), a.Today) is { } day ? Weekend(day.Date) : null,
        ["holidayweekendyear"] = static a => InYear(Code(a, 0), a.Int(1)) is { } day ? Weekend(day.Date) : null,
        ["lunarday"] = static a => Lunar(a.Today, a.Int(0), a.Has(1) ? a.Int(1) : a.Int(2)),
        ["lunarnewyearday"] = static a => Lunar(a.Today, 1, a.Int(0)),
        ["afterbreak"] = static a => NextBreak(Code(a, 0), a.Today) is { } b ? DayValue.Fixed(WorkCalendar.China.NextWorkday(b.Last)) : null,
        ["beforebreak"] = static a => NextBreak(Code(a, 0), a.Today) is { } b ? DayValue.Fixed(WorkCalendar.China.AddWorkdays(b.First, -1)) : null,
        ["aftersomebreak"] = static a => DayValue.Fixed(WorkCalendar.China.NextWorkday(Coming(a.Today).Last)),
        ["beforesomebreak"] = static a => DayValue.Fixed(WorkCalendar.China.AddWorkdays(Coming(a.Today).First, -1)),
        ["duringbreak"] = static a => NextBreak(Code(a, 0), a.Today) is { } b ? RangeValue.Days(b.First, b.Last) : null,
    };

    /// <summary>The day of a festival in a year; the code is the VALUE of <c>dates-holidays.txt</c>.</summary>
    public static DateOnly? On(string code, int year)
    {
        if (code.StartsWith("after:", StringComparison.Ordinal) && code.Split('-', 2) is [var days, var other])
        {
            return On(other, year) is { } from ? Days.Add(from, int.Parse(days[6..], CultureInfo.InvariantCulture)) : null;
        }

        var (kind, rest) = code.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (code[..colon], code[(colon + 1)..]) : (string.Empty, code);
        var numbers = kind is "easter" ? [] : rest.Split('-').Select(n => int.TryParse(n, CultureInfo.InvariantCulture, out var v) ? v : 0).ToArray();
        return kind switch
        {
            "nth" => Nth(year, numbers[0], numbers[1], numbers[2]),
            "lunar" => LunarDate.In(year, numbers[0], numbers[1]),
            "easter" => Days.Add(Easter(year), int.Parse(rest, CultureInfo.InvariantCulture)),
            _ => code switch
            {
                "eve" => LunarDate.NewYearsEve(year),
                "qingming" => LunarDate.Qingming(year),
                _ => Days.Of(year, numbers[0], numbers[1]),
            },
        };
    }

    private static string Code(RuleArgs args, int index) => (string)args[index]!;

    private static DateOnly? Nth(int year, int month, int weekday, int n)
    {
        var first = new DateOnly(year, month, 1);
        return n == 5 ? Days.LastWeekday(Days.LastOfMonth(first), weekday) : Days.Nth(first, Days.LastOfMonth(first), weekday, n);
    }

    // The anonymous Gregorian computus.
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    private static DayValue? Around(string code, DateOnly today)
    {
        var candidates = Enumerable.Range(today.Year - 1, 3).Select(y => On(code, y)).OfType<DateOnly>().ToList();
        var next = candidates.Where(d => d >= today).Select(d => (DateOnly?)d).FirstOrDefault();
        var past = candidates.Where(d => d < today).Select(d => (DateOnly?)d).LastOrDefault();
        return next is { } n ? new DayValue(n, past ?? n) { Festival = true } : null;
    }

    private static DayValue? InYear(string code, int year) => On(code, year) is { } date ? DayValue.Fixed(date) with { Year = year, Festival = true } : null;

    private static DayValue? Mod(string code, DateOnly today, int mod)
    {
        if (mod == 0) return InYear(code, today.Year);
        return Around(code, Days.Add(today, mod > 0 ? 1 : 0)) is { } day ? DayValue.Fixed(mod > 0 ? day.Date : day.Past) with { Festival = true } : null;
    }

    private static RangeValue Weekend(DateOnly day)
    {
        var saturday = Days.Add(Days.Monday(Days.Weekday(day) == 1 ? Days.Add(day, -1) : day), 5);
        return RangeValue.Days(saturday, Days.Weekday(day) == 1 ? day : Days.Add(saturday, 1), "weekend");
    }

    private static DayValue? Lunar(DateOnly today, int month, int day) => Around(string.Create(CultureInfo.InvariantCulture, $"lunar:{month}-{day}"), today);

    private static Break? NextBreak(string name, DateOnly today) =>
        Enumerable.Range(today.Year, 2).Select(y => WorkCalendar.China.Find(name, y)).FirstOrDefault(b => b is not null && b.Last >= today);

    private static Break Coming(DateOnly today) =>
        Enumerable.Range(today.Year, 2).SelectMany(WorkCalendar.China.Breaks).Where(b => b.Last >= today).OrderBy(b => b.First).First();
}
