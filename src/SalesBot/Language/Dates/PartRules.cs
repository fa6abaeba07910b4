using SalesBot.Calendar;
using SalesBot.Language.Grammar;

namespace SalesBot.Language.Dates;

/// <summary>Constructors of <c>dates-periods.txt</c> for parts of periods and for what is counted from now.</summary>
internal static class PartRules
{
    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["halfmonth"] = static a => HalfMonth(Days.FirstOfMonth(a.Today), RelativeRules.Constant(a)),
        ["halfofmonth"] = static a => a.As<RangeValue>(0) is { Grain: "month" } month ? HalfMonth(month.First, RelativeRules.Constant(a)) : null,
        ["halfweek"] = static a => HalfWeek(Days.Monday(a.Today), RelativeRules.Constant(a)),
        ["nthweek"] = static a => NthWeek(a.As<RangeValue>(1)!, a.Int(0)),
        ["nthweekzh"] = static a => NthWeek(a.As<RangeValue>(0)!, a.Int(1)),
        ["lastweek"] = static a => LastWeek(a.Find<RangeValue>()!),
        ["nthweekyear"] = static a => NthWeek(PeriodRules.Year(a.Today.Year + a.Int(1))!, a.Int(0)),
        ["nthmonth"] = static a => NthMonth(a.As<RangeValue>(1)!, a.Int(0)),
        ["nthmonthzh"] = static a => NthMonth(a.As<RangeValue>(0)!, a.Int(1)),
        ["lastmonth"] = static a => a.As<RangeValue>(0) is { } p ? PeriodRules.Span(p.Last, "month", 0) : null,
        ["firstunits"] = static a => FirstUnits(a.As<RangeValue>(0)!, a.Number(1), LengthRules.Unit(a, 2)),
        ["firstunitsof"] = static a => FirstUnits(a.As<RangeValue>(2)!, a.Number(0), LengthRules.Unit(a, 1)),
        ["lastunits"] = static a => LastUnits(a.As<RangeValue>(0)!, a.Number(1), LengthRules.Unit(a, 2)),
        ["lastunitsof"] = static a => LastUnits(a.As<RangeValue>(2)!, a.Number(0), LengthRules.Unit(a, 1)),
        ["lengthfromdate"] = static a => FromDay(a.As<DayValue>(1)!, (Length)a[0]!),
        ["datelength"] = static a => FromDay(a.As<DayValue>(0)!, (Length)a[1]!),
        ["periodend"] = static a => a.As<RangeValue>(0) is { Grain: not "weekend" } p && !(a.HasConstants && p.Grain is "week") ? EndOf(p) : null,
        ["monthend"] = static a => DayValue.Fixed(PeriodRules.Span(a.Today, "month", RelativeRules.Constant(a))!.Last),
        ["quarterend"] = static a => DayValue.Fixed(PeriodRules.Span(a.Today, "quarter", RelativeRules.Constant(a))!.Last),
        ["yearend"] = static a => DayValue.Fixed(new DateOnly(a.Today.Year + RelativeRules.Constant(a), 12, 31)),
        ["halfend"] = static a => Days.Around(a.Today, 6, 30),
        ["weekend5"] = static a => DayValue.Fixed(Days.Add(Days.Monday(a.Today), 4)),
        ["partof"] = static a => PartOf(a.As<RangeValue>(0)!, a.Constant(0)),
        ["partofmonth"] = static a => PartOf(PeriodRules.Span(a.Today, "month", 0)!, a.Constant(0)),
        ["partofyear"] = static a => PeriodRules.Months(new DateOnly(a.Today.Year + RelativeRules.Constant(a), 1, 1), 2, string.Empty),
    };

    private static RangeValue HalfMonth(DateOnly first, int half) =>
        half == 1 ? RangeValue.Days(first, Days.Add(first, 14)) : RangeValue.Days(Days.Add(first, 15), Days.LastOfMonth(first));

    private static RangeValue HalfWeek(DateOnly monday, int half) =>
        half == 1 ? RangeValue.Days(monday, Days.Add(monday, 2)) : RangeValue.Days(Days.Add(monday, 3), Days.Add(monday, 6));

    // A week belongs to the month or year that has its Thursday (ISO 8601).
    private static RangeValue? NthWeek(RangeValue period, int n)
    {
        if (Week(period.First, period.Last, n) is not { } week) return null;
        return period.Past is { } p && Week(DateOnly.FromDateTime(p.From), DateOnly.FromDateTime(p.To), n) is { } past ? week with { Past = (past.From, past.To) } : week;
    }

    private static RangeValue? Week(DateOnly first, DateOnly last, int n) =>
        Days.Nth(first, last, 4, n) is { } thursday ? PeriodRules.Span(thursday, "week", 0) : null;

    private static RangeValue LastWeek(RangeValue period)
    {
        var week = PeriodRules.Span(Days.LastWeekday(period.Last, 4), "week", 0)!;
        var past = period.Past is { } p ? PeriodRules.Span(Days.LastWeekday(DateOnly.FromDateTime(p.To), 4), "week", 0) : null;
        return past is null ? week : week with { Past = (past.From, past.To) };
    }

    private static RangeValue? NthMonth(RangeValue period, int n)
    {
        var first = Days.AddMonths(period.First, n - 1);
        return n < 1 || first > period.Last ? null : PeriodRules.Months(first, 1, "month");
    }

    private static RangeValue? FirstUnits(RangeValue period, double count, string unit)
    {
        if (unit is "week" && Week(period.First, period.Last, 1) is { } first) return RangeValue.Days(first.First, Days.Add(first.First, (7 * count) - 1));
        return LengthRules.Of(unit, count) is { HasClock: false } length ? RangeValue.Days(period.First, Days.Add(AddTo(period.First, length, 1), -1)) : null;
    }

    private static RangeValue? LastUnits(RangeValue period, double count, string unit)
    {
        if (unit is "week") return RangeValue.Days(Days.Add(LastWeek(period).First, -7 * (count - 1)), LastWeek(period).Last);
        return LengthRules.Of(unit, count) is { HasClock: false } length ? RangeValue.Days(AddTo(Days.Add(period.Last, 1), length, -1), period.Last) : null;
    }

    private static RangeValue? FromDay(DayValue day, Length length)
    {
        if (length.HasClock) return null;
        var range = RangeValue.Days(day.Date, Days.Add(AddTo(day.Date, length, 1), -1));
        var past = RangeValue.Days(day.Past, Days.Add(AddTo(day.Past, length, 1), -1));
        return day.Past == day.Date ? range : range with { Past = (past.From, past.To) };
    }

    public static DateOnly AddTo(DateOnly date, Length length, int sign) =>
        length.Workdays > 0
            ? WorkCalendar.China.AddWorkdays(date, (int)Math.Clamp(sign * length.Workdays, -5000, 5000))
            : DateOnly.FromDateTime(Days.Add(date.ToDateTime(TimeOnly.MinValue), length, sign));

    private static DayValue EndOf(RangeValue period) =>
        new(period.Last, period.Past is { } p ? DateOnly.FromDateTime(p.To) : period.Last);

    private static RangeValue PartOf(RangeValue period, string part)
    {
        var third = period.Grain is "month" ? 10 : Math.Max(1, (period.Last.DayNumber - period.First.DayNumber + 1) / 3);
        return part switch
        {
            "first" => RangeValue.Days(period.First, Days.Add(period.First, third - 1)),
            "middle" => RangeValue.Days(Days.Add(period.First, third), Days.Add(period.First, (2 * third) - 1)),
            _ => RangeValue.Days(Days.Add(period.First, 2 * third), period.Last),
        };
    }
}
