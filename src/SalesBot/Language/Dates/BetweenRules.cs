using SalesBot.Language.Grammar;

namespace SalesBot.Language.Dates;

/// <summary>Constructors of <c>dates-between.txt</c> for days from one to another.</summary>
internal static class BetweenRules
{
    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["between"] = static a => Between(a.Today, a[0]!, a[1]!),
        ["toNow"] = static a => Begun(a.Today, a[0]!) is { } from ? RangeValue.Days(from, a.Today) : null,
        ["daystoday"] = DaysToDay,
        ["daysof"] = static a => a.Find<RangeValue>() is { Grain: "month" } month ? DaysOf(a.Today, month, a.FirstInt(0), a.FirstInt(2)) : null,
        ["monthdays"] = MonthDays,
        ["monthdaysyear"] = static a => a.Ints() is [var month, var from, var to, var year] && Days.Of(year, month, from) is { } first && Days.Of(year, month, to) is { } last && first < last ? RangeValue.Days(first, last) : null,
        ["daytomonthday"] = static a => a.As<MonthDay>(1) is { } md && a.Int(0) < md.Day ? Both(a.Today, new MonthDay(md.Month, a.Int(0)), md) : null,
        ["domtodom"] = static a => DomToDom(a.Today, a.FirstInt(0), a.Ints()[^1]),
        ["monthtomonth"] = MonthToMonth,
        ["modmonthdays"] = static a => PeriodRules.Span(a.Today, "month", a.Int(0)) is { } month ? DaysOf(a.Today, month, a.Int(1), a.Int(2)) : null,
        ["weekdays"] = static a => a.Ints() is [var from, var to] ? Weekdays(Days.AroundWeekday(a.Today, from).Date, from, to) : null,
        ["weekdaysof"] = static a => Weekdays(Days.Add(Days.Monday(a.Today), (7 * a.Int(0)) + a.Int(1) - 1), a.Int(1), a.Int(2)),
        ["modweekdays"] = static a => Weekdays(Days.Add(Days.Monday(a.Today), (7 * a.Int(0)) + a.Int(1) - 1), a.Int(1), a.Int(2)),
        ["weekdaynumbers"] = static a => a.Int(0) is >= 1 and <= 6 && a.Int(1) is >= 2 and <= 7 && a.Int(0) < a.Int(1) ? Weekdays(Days.AroundWeekday(a.Today, a.Int(0)).Date, a.Int(0), a.Int(1)) : null,
        ["days"] = static a => RangeValue.Days(Days.Add(a.Today, RelativeRules.Constant(a)), Days.Add(a.Today, int.Parse(a.Constant(1), System.Globalization.CultureInfo.InvariantCulture))),
    };

    private static DateOnly? Start(object end) => end switch
    {
        DayValue day => day.Date,
        RangeValue range => range.First,
        MomentValue { Clock: null } moment => DateOnly.FromDateTime(moment.At),
        _ => null,
    };

    // Up to now it began in the past.
    private static DateOnly? Begun(DateOnly today, object end)
    {
        if (Start(end) is not { } from) return null;
        if (from <= today) return from;
        var past = end is DayValue day ? day.Past : end is RangeValue { Past: { } p } ? DateOnly.FromDateTime(p.From) : from;
        return past <= today ? past : null;
    }

    private static RangeValue? Between(DateOnly today, object a, object b)
    {
        if (Start(a) is not { } from || Start(b) is not { } to || (a is MomentValue && b is MomentValue) || IsPartOf(a, b)) return null;
        if (Open(a) && Open(b)) return Yearless(today, a, b, from, to);
        if (to < from && a is DayValue { Month: null, Past: var before } && before <= to) from = before;
        if (Open(a) && !Open(b)) from = Near(a, from, to.Year);
        if (Open(b)) to = FirstAfter(b, to, a is RangeValue range ? range.Last : from);
        if (to < from && a is DayValue { Past: var past } && past <= to) from = past;
        return to < from || (to == from && a is not DayValue) ? null : RangeValue.Days(from, to) with { Through = ThroughOf(b, to) };
    }

    // 2019-H2 is half of the year, not a range from the year to the half.
    private static bool IsPartOf(object a, object b) => a is RangeValue { Grain: "year" } && b is RangeValue { Past: not null };

    // No year was said: it may be this year's or the next.
    private static bool Open(object end) => end switch
    {
        DayValue day => day.Past != day.Date && day.Month is not null,
        RangeValue range => range.Past is not null,
        _ => false,
    };

    private static DateOnly Near(object end, DateOnly date, int year)
    {
        var month = date.Month;
        return Days.Of(year, month, date.Day) ?? (end is RangeValue ? new DateOnly(year, month, 1) : date);
    }

    // 2016年9月到11月 ends in the same year, "November 2025 to February" in the next.
    private static DateOnly FirstAfter(object end, DateOnly date, DateOnly begun) =>
        Near(end, date, begun.Year) is var same && same >= begun ? same : Near(end, date, begun.Year + 1);

    private static DateOnly? ThroughOf(object end, DateOnly to) => end is RangeValue range ? Days.Add(to, range.Last.DayNumber - range.First.DayNumber) : null;

    // Of a range in each year, the one that is not over: it may have begun.
    private static RangeValue? Yearless(DateOnly today, object a, object b, DateOnly from, DateOnly to)
    {
        for (var year = today.Year - 1; year <= today.Year + 8; year++)
        {
            if (Days.Of(year, from.Month, from.Day) is not { } first) continue;
            var last = Days.Of(year, to.Month, to.Day);
            if (last is null || last < first) last = Days.Of(year + 1, to.Month, to.Day);
            if (last is not { } end || end == first) continue;
            var through = ThroughOf(b, end) ?? end;
            if (through < today) continue;
            return RangeValue.Days(first, end) with { Through = through, Past = (first.AddYears(-1).ToDateTime(TimeOnly.MinValue), end.AddYears(-1).ToDateTime(TimeOnly.MinValue)) };
        }

        return a is DayValue && to >= from ? RangeValue.Days(from, to) : null;
    }

    private static RangeValue? Both(DateOnly today, MonthDay from, MonthDay to) =>
        Days.Around(today, from.Month, from.Day) is { } a && Days.Around(today, to.Month, to.Day) is { } b ? Yearless(today, a, b, a.Date, b.Date) : null;

    private static object? DaysToDay(RuleArgs args)
    {
        var day = args.FirstInt(1);
        if (args.As<MonthDay>(0) is { } md) return day > md.Day ? Both(args.Today, md, new MonthDay(md.Month, day)) : null;
        if (args.As<DayValue>(0) is not { Month: not null, Day: not null } from || day <= from.Day) return null;
        if (from.Year is null) return Both(args.Today, new MonthDay(from.Month.Value, from.Day.Value), new MonthDay(from.Month.Value, day));
        return Days.InMonth(from.Date, day) is { } to ? RangeValue.Days(from.Date, to) : null;
    }

    // Of a month without a year, days that are over are meant in the next.
    private static RangeValue? DaysOf(DateOnly today, RangeValue month, int from, int to)
    {
        if (month.Past is not null && Days.InMonth(month.First, to) is { } end && end < today) month = PeriodRules.Months(month.First.AddYears(1), 1, month.Grain) with { Past = (month.From, month.To) };
        if (Days.InMonth(month.First, from) is not { } first || Days.InMonth(month.First, to) is not { } last || last <= first) return null;
        var range = RangeValue.Days(first, last);
        if (month.Past is not { } p || Days.InMonth(DateOnly.FromDateTime(p.From), from) is not { } pastFirst || Days.InMonth(DateOnly.FromDateTime(p.From), to) is not { } pastLast) return range;
        return range with { Past = (pastFirst.ToDateTime(TimeOnly.MinValue), pastLast.ToDateTime(TimeOnly.MinValue)) };
    }

    private static object? MonthDays(RuleArgs args)
    {
        if (args.As<RangeValue>(0) is not { Grain: "month" } month || args.Ints(1) is not [var from, var to, ..]) return null;
        if (!args.Has(5)) return DaysOf(args.Today, month, from, to);
        return Days.Of(args.Int(5), month.First.Month, 1) is { } first ? DaysOf(args.Today, PeriodRules.Months(first, 1, "month"), from, to) : null;
    }

    private static RangeValue? MonthToMonth(RuleArgs args)
    {
        var (year, from, to) = args.Has(0) ? (args.Int(0), args.Int(1), args.Int(2)) : ((int?)null, args.Int(1), args.Int(2));
        if (year is null) return from != to ? Between(args.Today, PeriodRules.Month(args.Today, from)!, PeriodRules.Month(args.Today, to)!) : null;
        return from < to ? Between(args.Today, PeriodRules.Months(new DateOnly(year.Value, from, 1), 1, "month"), PeriodRules.Months(new DateOnly(year.Value, to, 1), 1, "month")) : null;
    }

    private static RangeValue? DomToDom(DateOnly today, int from, int to)
    {
        if (to <= from || Days.AroundDay(today, to) is not { } last || Days.InMonth(last.Date, from) is not { } first) return null;
        return RangeValue.Days(first, last.Date);
    }

    private static RangeValue Weekdays(DateOnly first, int from, int to) => RangeValue.Days(first, Days.Add(first, ((to - from) + 7) % 7));
}
