using SalesBot.Language.Grammar;

namespace SalesBot.Language.Dates;

/// <summary>Constructors of <c>dates-periods.txt</c> for ranges counted from now: 过去十年, "next 3 days", "within two hours".</summary>
internal static class AheadRules
{
    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["countedahead"] = static a => Days(a, a.Int(0), a.Number(1), LengthRules.Unit(a, 2)),
        ["countedaheadclock"] = static a => Clock(a, a.Int(0), a.Number(1), LengthRules.Unit(a, 2)),
        ["nextclock"] = static a => Clock(a, a.Int(0), 1, LengthRules.Unit(a, 1)),
        ["aheadcounted"] = static a => Days(a, a.Int(1), a.Number(0), LengthRules.Unit(a, 2)),
        ["aheadcountedclock"] = static a => Clock(a, a.Int(1), a.Number(0), LengthRules.Unit(a, 2)),
        ["within"] = static a => Length(a) is { HasClock: false } length ? RangeValue.Days(a.Today, PartRules.AddTo(a.Today, length, 1)) : null,
        ["withinclock"] = static a => Length(a) is { HasClock: true } length ? Moments(a, length, 1) : null,
        ["lengthahead"] = static a => Length(a) is { HasClock: false } length ? Around(a, length, a.Int(0)) : null,
        ["lengthaheadclock"] = static a => Length(a) is { HasClock: true } length ? Moments(a, length, a.Int(0)) : null,
        ["lengthforward"] = static a => Length(a) is { HasClock: false } length ? Around(a, length, 1) : null,
        ["recent"] = static a => LengthRules.Of(LengthRules.Unit(a, 1), a.Number(0)) is { HasClock: false } length ? RangeValue.Days(PartRules.AddTo(a.Today, length, -1), a.Today) : null,
        ["withindays"] = static a => RangeValue.Days(a.Today, Dates.Days.Add(a.Today, RelativeRules.Constant(a))),
        ["dayfor"] = DayFor,
        ["dayfrom"] = DayFor,
    };

    private static Length Length(RuleArgs args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is Length length) return length;
        }

        return default;
    }

    private static RangeValue? Days(RuleArgs args, int direction, double count, string unit)
    {
        if (unit is "quarter") return Quarters(args.Today, direction, (int)count);
        if (unit is "decade" or "century") return Years(args.Today.Year, direction * (int)count, unit is "decade" ? 10 : 100);
        return LengthRules.Of(unit, count) is { HasClock: false } length ? Around(args, length, direction) : null;
    }

    // Whole quarters, not ninety days: the last two are the two before this one.
    private static RangeValue? Quarters(DateOnly today, int direction, int count)
    {
        if (count is < 1 or > 400) return null;
        var first = Dates.Days.AddMonths(Dates.Days.FirstOfQuarter(today), direction > 0 ? 3 : -3 * count);
        return PeriodRules.Months(first, 3 * count, string.Empty);
    }

    // Whole decades likewise: the next two begin with the next year that ends in a nought.
    private static RangeValue? Years(int year, int count, int size)
    {
        var first = year - (year % size) + (count > 0 ? size : count * size);
        return Dates.Days.Of(first, 1, 1) is { } from && Dates.Days.Of(first + (Math.Abs(count) * size) - 1, 12, 31) is { } to && to > from ? RangeValue.Days(from, to) : null;
    }

    // Days to come begin tomorrow, days gone by end yesterday.
    private static RangeValue Around(RuleArgs args, Length length, int direction)
    {
        if (direction < 0) return RangeValue.Days(PartRules.AddTo(args.Today, length, -1), Dates.Days.Add(args.Today, -1)) with { Through = args.Today };
        var first = Dates.Days.Add(args.Today, 1);
        return RangeValue.Days(first, Dates.Days.Add(PartRules.AddTo(first, length, 1), -1));
    }

    private static RangeValue? Clock(RuleArgs args, int direction, double count, string unit) =>
        LengthRules.Of(unit, count) is { HasClock: true } length ? Moments(args, length, direction) : null;

    private static RangeValue Moments(RuleArgs args, Length length, int direction)
    {
        var other = Dates.Days.Add(args.Now, length, direction < 0 ? -1 : 1);
        return (direction < 0 ? new RangeValue(other, args.Now) : new RangeValue(args.Now, other)) with { HasClock = true };
    }

    private static object? DayFor(RuleArgs args)
    {
        var (day, clock, length) = (args.Find<DayValue>()!, args.Find<ClockValue>()!, Length(args));
        var (at, past) = (day.Date.ToDateTime(clock.Time), day.Past.ToDateTime(clock.Time));
        return new RangeValue(at, Dates.Days.Add(at, length, 1)) { HasClock = true, Past = (past, Dates.Days.Add(past, length, 1)) };
    }
}
