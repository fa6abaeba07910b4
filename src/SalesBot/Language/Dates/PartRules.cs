using System.Globalization;
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
        ["halfofweek"] = static a => a.As<RangeValue>(0) is { Grain: "week" } week ? HalfWeek(week.First, RelativeRules.Constant(a)) : null,
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
        ["spanend"] = static a => PeriodRules.Span(a.Today, a.Constant(0), int.Parse(a.Constant(1), CultureInfo.InvariantCulture)) is { } p ? DayValue.Fixed(p.Last) : null,
        ["monthlastday"] = static a => EndOf(PeriodRules.Month(a.Today, a.Int(0))!),
        ["halfend"] = static a => Days.Around(a.Today, 6, 30),
        ["weekend5"] = static a => DayValue.Fixed(Days.Add(Days.Monday(a.Today), 4)),
        ["partof"] = static a => PartOf(a.As<RangeValue>(0)!, a.Constant(0)),
        ["partofspan"] = static a => PartOf(PeriodRules.Span(a.Today, a.Constant(0), 0)!, a.Constant(1)),
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
        var range = PartOf(period.First, period.Last, period.Grain, part);
        if (period.Past is not { } p) return range;
        var past = PartOf(DateOnly.FromDateTime(p.From), DateOnly.FromDateTime(p.To), period.Grain, part);
        return range with { Past = (past.From, past.To) };
    }

    // Where one day is asked for, the middle of May is the 15th, the start of July the first, and early April the tenth.
    private static RangeValue PartOf(DateOnly first, DateOnly last, string grain, string part)
    {
        var (from, to) = (grain, part) switch
        {
            ("month", "first") => (1, 10),
            ("month", "middle") => (11, 20),
            ("month", "last") => (21, 31),
            ("month", "mid") => (10, 20),
            ("month", "late") => (16, 31),
            ("month", _) => (1, 15),
            ("week", "first") => (1, 2),
            ("week", "middle" or "mid") => (2, 5),
            ("week", "last" or "late") => (4, 7),
            ("week", _) => (1, 3),
            _ => (0, 0),
        };
        if (from == 0) return Months(first, last, grain, part);
        var range = RangeValue.Days(Days.Add(first, from - 1), Days.Add(first, to - 1) is var end && end < last ? end : last);
        return grain is not "month" ? range : range with { Point = part switch { "middle" or "mid" => Days.Add(first, 14), "start" => first, "early" => Days.Add(first, 9), _ => null } };
    }

    private static RangeValue Months(DateOnly first, DateOnly last, string grain, string part)
    {
        var months = Math.Max(1, ((last.Year - first.Year) * 12) + last.Month - first.Month + 1);
        var (from, count) = (grain, part) switch
        {
            ("year", "mid" or "middle") => (months / 4, months / 2),
            ("year", "late" or "last") => (months / 2, months / 2),
            ("year", _) => (0, months / 2),
            (_, "mid" or "middle") => (months / 3, months / 3),
            (_, "late" or "last") => (months - (months / 3), months / 3),
            _ => (0, months / 3),
        };
        return PeriodRules.Months(Days.AddMonths(first, from), Math.Max(1, count), string.Empty) with { Point = part is "start" ? first : null };
    }
}
