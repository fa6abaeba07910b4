using System.Globalization;
using SalesBot.Language.Grammar;

namespace SalesBot.Language.Dates;

/// <summary>Constructors of <c>dates-periods.txt</c> for whole weeks, months, quarters, halves, years and decades.</summary>
internal static class PeriodRules
{
    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["modspan"] = static a => Span(a.Today, Unit(a), a.Int(0)),
        ["thisspan"] = static a => Unit(a) is "half" ? null : Span(a.Today, Unit(a), 0),
        ["spanoffset"] = static a => Span(a.Today, Unit(a), RelativeRules.Constant(a)),
        ["weekend"] = static a => Span(a.Today, "weekend", RelativeRules.Constant(a)),
        ["todate"] = static a => RangeValue.Days(Span(a.Today, a.Constant(0), 0)!.First, a.Today),
        ["restof"] = static a => RangeValue.Days(a.Today, Span(a.Today, Unit(a), 0)!.Last),
        ["restofday"] = static a => new RangeValue(a.Now, a.Today.ToDateTime(new TimeOnly(23, 59, 59))) { HasClock = true },
        ["earlierin"] = static a => RangeValue.Days(Span(a.Today, Unit(a), 0)!.First, a.Today),
        ["laterin"] = static a => RangeValue.Days(a.Today, Span(a.Today, Unit(a), 0)!.Last),
        ["monthyear"] = static a => Month(a.Int(a.Count - 1), a.FirstInt(0)),
        ["yearmonth"] = static a => Month(a.Int(0), a.FirstInt(1)),
        ["month"] = static a => Month(a.Today, a.FirstInt(0)),
        ["modmonth"] = static a => Month(a.Today.Year + a.Int(0), a.FirstInt(1)),
        ["monthof"] = static a => Month(a.Today.Year + a.Int(2), a.FirstInt(0)),
        ["yearspan"] = static a => Year(DayRules.Year(a.FirstInt(0))),
        ["yearpairspan"] = static a => Year((a.Int(0) * 100) + a.Int(1)),
        ["fixedyear"] = static a => Year(a.Today.Year),
        ["ordinal"] = static a => a.Int(0) is >= 1 and <= 4 ? a.Int(0) : null,
        ["ordinalhalf"] = static a => a.Int(0) is 1 or 2 ? a.Int(0) : null,
        ["quarter"] = static a => Around(a.Today, y => Quarter(y, a.Int(0))),
        ["quarteryear"] = static a => Quarter(a.Int(1), a.Int(0)),
        ["yearquarter"] = static a => Quarter(a.Int(0), a.Int(1)),
        ["half"] = static a => Around(a.Today, y => HalfYear(y, a.Int(0))),
        ["halfyear"] = static a => HalfYear(a.Int(1), a.Int(0)),
        ["yearhalf"] = static a => HalfYear(a.Int(0), a.Int(1)),
        ["yearofrel"] = static a => a.Today.Year + a.Int(0),
        ["weekno"] = static a => Week(a.Today.Year, a.Int(0)),
        ["weeknoyear"] = static a => Week(a.Int(1), a.Int(0)),
        ["decade"] = static a => Decade(a.Int(0) < 30 ? 2000 + a.Int(0) : 1900 + a.Int(0)),
        ["decadeof"] = static a => a.Int(0) % 10 == 0 ? Decade(a.Int(0)) : null,
        ["centurydecade"] = static a => Decade(((a.Int(0) - 1) * 100) + a.Int(1)),
        ["modcenturydecade"] = static a => Decade((((a.Today.Year / 100) + a.Int(0)) * 100) + a.Int(1)),
        ["centuryno"] = static a => Years((a.Int(0) - 1) * 100, 100, "century"),
        ["spantodate"] = static a => RangeValue.Days(Span(a.Today, Unit(a), 0)!.First, a.Today),
        ["quarteryear2"] = static a => Quarter(DayRules.Year(a.Int(1)), a.Int(0)),
        ["yearanyof"] = static a => DayRules.Year(a.FirstInt(0)),
        ["yearweekno"] = static a => Week(a.Int(0), a.Int(1)),
        ["weekendofdate"] = static a => a.Find<DayValue>() is { } day ? Span(day.Date, "weekend", 0) : null,
        ["weekofdate"] = WeekOfDate,
        ["monthofdate"] = static a => a.As<DayValue>(0) is { } day ? Span(day.Date, "month", 0) : null,
        ["periodrange"] = DayRules.Keep,
    };

    public static string Unit(RuleArgs args) => args.Find<string>()!;

    /// <summary>The week, month … that is <paramref name="offset"/> away from the one that holds the day.</summary>
    public static RangeValue? Span(DateOnly today, string unit, int offset) => unit switch
    {
        "week" => RangeValue.Days(Days.Add(Days.Monday(today), 7 * offset), Days.Add(Days.Monday(today), (7 * offset) + 6), unit),
        "workweek" => RangeValue.Days(Days.Add(Days.Monday(today), 7 * offset), Days.Add(Days.Monday(today), (7 * offset) + 4), unit),
        "weekend" => RangeValue.Days(Days.Add(Days.Monday(today), (7 * offset) + 5), Days.Add(Days.Monday(today), (7 * offset) + 6), unit),
        "month" => Months(Days.AddMonths(Days.FirstOfMonth(today), offset), 1, unit),
        "quarter" => Months(Days.AddMonths(Days.FirstOfQuarter(today), 3 * offset), 3, unit),
        "half" => Months(Days.AddMonths(new DateOnly(today.Year, today.Month > 6 ? 7 : 1, 1), 6 * offset), 6, unit),
        "year" => Year(today.Year + offset),
        "decade" => Decade(today.Year - (today.Year % 10) + (10 * offset)),
        "century" => Years(today.Year - (today.Year % 100) + (100 * offset), 100, unit),
        _ => null,
    };

    public static RangeValue Months(DateOnly first, int count, string grain) =>
        RangeValue.Days(first, Days.Add(Days.AddMonths(first, count), -1), grain);

    private static RangeValue? Month(int year, int month) => Days.Of(year, month, 1) is { } first ? Months(first, 1, "month") : null;

    public static RangeValue? Month(DateOnly today, int month) => Around(today, y => Month(y, month));

    private static RangeValue? Quarter(int year, int quarter) => Days.Of(year, (quarter * 3) - 2, 1) is { } first ? Months(first, 3, "quarter") : null;

    private static RangeValue? HalfYear(int year, int half) => Days.Of(year, half == 1 ? 1 : 7, 1) is { } first ? Months(first, 6, "half") : null;

    public static RangeValue? Year(int year) => Days.Of(year, 1, 1) is { } first ? RangeValue.Days(first, new DateOnly(year, 12, 31), "year") : null;

    private static RangeValue? Decade(int year) => Years(year, 10, "decade");

    private static RangeValue? Years(int year, int count, string grain) =>
        Days.Of(year, 1, 1) is { } first && Days.Of(year + count - 1, 12, 31) is { } last ? RangeValue.Days(first, last, grain) : null;

    private static RangeValue? Week(int year, int week)
    {
        if (week < 1 || week > ISOWeek.GetWeeksInYear(Math.Clamp(year, 1, 9998)) || year is < 2 or > 9998) return null;
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return RangeValue.Days(monday, Days.Add(monday, 6), "week");
    }

    /// <summary>The one that is not over yet, with the one before it as the past reading.</summary>
    private static RangeValue? Around(DateOnly today, Func<int, RangeValue?> inYear)
    {
        if (inYear(today.Year) is not { } current) return null;
        var (next, past) = current.Last >= today ? (current, inYear(today.Year - 1)) : (inYear(today.Year + 1), current);
        return past is null ? next : next! with { Past = (past.From, past.To) };
    }

    private static object? WeekOfDate(RuleArgs args)
    {
        if (args.As<DayValue>(0) is not { } day || Span(day.Date, "week", 0) is not { } week) return null;
        return Span(day.Past, "week", 0) is { } past && past != week ? week with { Past = (past.From, past.To) } : week;
    }
}
