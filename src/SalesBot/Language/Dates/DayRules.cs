using SalesBot.Language.Grammar;

namespace SalesBot.Language.Dates;

/// <summary>Constructors of <c>dates-days.txt</c>: days named by month, day and year.</summary>
internal static class DayRules
{
    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["keep"] = Keep,
        ["never"] = static _ => null,
        ["monthday"] = static a => MonthDayOf(a.Has(0) ? a.Int(0) : a.Int(1), a.Has(2) ? a.Int(2) : a.Int(3)),
        ["daymonth"] = static a => a.HasConstants ? MonthDayOf(a.Int(0), a.Int(1)) : MonthDayOf(a.Has(1) ? a.Int(1) : a.Int(2), a.Int(0)),
        ["year"] = static a => Year(First(a)),
        ["yearpair"] = static a => (a.Int(0) * 100) + a.Int(1),
        ["erayear"] = static a => a.Int(0) + (a.Has(1) ? a.Int(1) : 1) - 1,
        ["yearrel"] = static a => a.Today.Year + a.Int(0),
        ["date"] = static a => a.As<MonthDay>(0) is { } md ? Days.Around(a.Today, md.Month, md.Day) : null,
        ["noday"] = static a => a.As<MonthDay>(0) is { } md && Days.Around(a.Today, md.Month, md.Day) is null ? NoSuchDay.Said : null,
        ["nodayofyear"] = static a => NoDayOf(a.As<MonthDay>(0) ?? a.As<MonthDay>(1)!, a.As<MonthDay>(0) is null ? a.Int(0) : a.Int(1)),
        ["noymd"] = static a => Days.Of(a.Int(0), a.Int(1), a.Int(2)) is null ? NoSuchDay.Said : null,
        ["noweekday"] = static _ => NoSuchDay.Said,
        ["dateyear"] = static a => InYear(a.As<MonthDay>(0)!, a.Int(1)),
        ["dateyear2"] = static a => InYear(a.As<MonthDay>(0)!, Year(a.Int(1))),
        ["dateyearany"] = static a => InYear(a.As<MonthDay>(0)!, Year(a.Has(1) ? a.Int(1) : a.Int(2))),
        ["yeardate"] = static a => InYear(a.As<MonthDay>(1)!, a.Int(0)),
        ["datemod"] = static a => InYear(a.As<MonthDay>(0)!, a.Today.Year + int.Parse(a.Constant(0), System.Globalization.CultureInfo.InvariantCulture)),
        ["modmonthday"] = static a => Math.Abs(a.Int(0)) > 1 ? null : InYear(a.As<MonthDay>(1)!, a.Today.Year + a.Int(0)),
        ["slash"] = static a => Slash(a.Int(0), a.Int(1)),
        ["ymd"] = static a => Fixed(a.Int(0), a.Int(1), a.Int(2)),
        ["dmy"] = Dmy,
        ["ymd8"] = static a => Fixed(a.Int(0) / 10000, (a.Int(0) / 100) % 100, a.Int(0) % 100),
        ["dmydot"] = static a => Fixed(Year(a.FirstInt(2)), a.Int(1), a.Int(0)) ?? Fixed(Year(a.FirstInt(2)), a.Int(0), a.Int(1)),
        ["daymonthyear"] = static a => Fixed(Year(a.Ints(1)[^1]), a.FirstInt(1), a.Int(0)),
        ["datenumbers"] = static a => Days.Around(a.Today, a.Int(0), a.Int(1)),
        ["dotdate"] = static a => Days.Around(a.Today, a.Int(1), a.Int(0)),
        ["dated"] = static a => a.Find<DayValue>(),
        ["datedafter"] = static a => a.As<DayValue>(0),
        ["dom"] = static a => Days.AroundDay(a.Today, First(a)),
        ["weekdaydom"] = static a => ThisMonth(a) ?? WeekdayDom(a.Today, a.FirstInt(0), a.FirstInt(2)),
        ["modmonthdom"] = static a => MonthDom(Days.AddMonths(Days.FirstOfMonth(a.Today), a.Int(0)), a.Int(1)),
        ["yearmodmonthdom"] = static a => MonthDom(Days.AddMonths(new DateOnly(a.Int(0), a.Today.Month, 1), a.Int(1)), a.Int(2)),
        ["dommodmonth"] = static a => MonthDom(Days.AddMonths(Days.FirstOfMonth(a.Today), a.Int(1)), a.Int(0)),
        ["domthismonth"] = static a => MonthDom(Days.FirstOfMonth(a.Today), a.Int(0)),
    };

    /// <summary>The first value that is there: for rules whose alternatives mean the same.</summary>
    public static int First(RuleArgs args) => args.FirstInt(0);

    public static object? Keep(RuleArgs args) => args.Find<object>();

    /// <summary>Two digits are of this century up to 49: 07 is 2007, 89 is 1989.</summary>
    public static int Year(int said) => said >= 100 ? said : said < 50 ? 2000 + said : 1900 + said;

    private static MonthDay? MonthDayOf(int month, int day) => month is >= 1 and <= 12 && day is >= 1 and <= 31 ? new MonthDay(month, day) : null;

    private static DayValue? Fixed(int year, int month, int day) =>
        Days.Of(year, month, day) is { } date ? DayValue.Fixed(date) with { Year = year, Month = month, Day = day } : null;

    private static DayValue? InYear(MonthDay md, int year) => Fixed(year, md.Month, md.Day);

    private static NoSuchDay? NoDayOf(MonthDay md, int year) => Days.Of(year, md.Month, md.Day) is null ? NoSuchDay.Said : null;

    // Month first, unless it cannot be one.
    private static MonthDay? Slash(int a, int b) => a <= 12 ? MonthDayOf(a, b) : MonthDayOf(b, a);

    // 21/04/2016 and 13.5.2015 are plain; 3-7-07 is month first in English text and day first in Chinese.
    private static DayValue? Dmy(RuleArgs args)
    {
        var (a, b, year) = (args.Int(0), args.Int(1), Year(args.Has(2) ? args.Int(2) : args.Int(3)));
        return a > 12 || (args.Chinese && b <= 12) ? Fixed(year, b, a) : Fixed(year, a, b);
    }

    // "Friday the 22nd" is this month's when it fits, even if it is over.
    private static DayValue? ThisMonth(RuleArgs args) =>
        args.HasConstants && Days.InMonth(args.Today, args.FirstInt(2)) is { } day && Days.Weekday(day) == args.FirstInt(0) ? DayValue.Fixed(day) : null;

    private static DayValue? WeekdayDom(DateOnly today, int weekday, int day)
    {
        DateOnly? next = null, past = null;
        for (var i = 0; i < 60 && next is null; i++)
        {
            if (Days.InMonth(Days.AddMonths(Days.FirstOfMonth(today), i), day) is { } d && d >= today && Days.Weekday(d) == weekday) next = d;
        }

        for (var i = 0; i < 60 && past is null; i++)
        {
            if (Days.InMonth(Days.AddMonths(Days.FirstOfMonth(today), -i), day) is { } d && d <= today && Days.Weekday(d) == weekday) past = d;
        }

        return next is { } found ? new DayValue(found, past ?? found) { Weekday = weekday, Day = day } : null;
    }

    private static DayValue? MonthDom(DateOnly month, int day) => Days.InMonth(month, day) is { } date ? DayValue.Fixed(date) : null;
}
