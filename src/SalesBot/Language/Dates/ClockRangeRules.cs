using SalesBot.Language.Grammar;

namespace SalesBot.Language.Dates;

/// <summary>Two clock times that bound a range, each with its half still as said.</summary>
internal sealed record ClockPair(ClockValue From, ClockValue To)
{
    /// <summary>
    /// "3-8pm" is in the afternoon throughout, "10:30 to 3" goes past noon, "10am-12pm" is as said. A half that was said for one side
    /// holds for the other where that keeps the order.
    /// </summary>
    public ClockPair Settled()
    {
        var (a, b) = (From, To);
        if (a.Half == Half.Open && b.Half == Half.Pm) a = a.With(Half.Pm).Time <= b.Time ? a.With(Half.Pm) : a;
        if (b.Half == Half.Open && a.Half is Half.Pm or Half.Sure && b.With(Half.Pm).Time > a.Time && b.Time <= a.Time) b = b.With(Half.Pm);
        if (b.Half == Half.Open && b.Time <= a.Time && b.Hour <= 12) b = b.With(Half.Pm);
        return new ClockPair(a, b);
    }

    public ClockPair In(PartOfDay part) => new(part.Apply(From), part.Apply(To));
}

/// <summary>Constructors of <c>dates-between.txt</c> for ranges with clock times.</summary>
internal static class ClockRangeRules
{
    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["clocks"] = static a => new ClockPair(a.As<ClockValue>(0)!, a.As<ClockValue>(1)!),
        ["dayclocks"] = static a => On(a.Find<DayValue>()!, a.Find<ClockPair>()!.Settled()),
        ["clocksday"] = static a => On(a.Find<DayValue>()!, a.Find<ClockPair>()!.Settled()),
        ["partdayclocks"] = static a => InPart(a.Find<DayPart>()!, a.Find<ClockPair>()!),
        ["clockspartday"] = static a => InPart(a.Find<DayPart>()!, a.Find<ClockPair>()!),
        ["momenttoclock"] = MomentToClock,
        ["clocktomoment"] = ClockToMoment,
        ["moments"] = static a => Moments(a.As<MomentValue>(0)!, a.As<MomentValue>(1)!),
        ["dayparts"] = static a => a.As<DayPart>(0) is { } from && a.As<DayPart>(1) is { } to && from.Day.Date <= to.Day.Date ? new RangeValue(from.Day.Date.ToDateTime(from.Part.From), to.Day.Date.ToDateTime(to.Part.To)) { HasClock = true } : null,
        ["daypartrange"] = static a => a.As<DayPart>(0) is { } p ? On(p.Day, p.Part.From, p.Part.To) : null,
    };

    private static RangeValue On(DayValue day, ClockPair clocks) => On(day, clocks.From.Time, clocks.To.Time);

    // An end before its start is on the next day.
    private static RangeValue On(DayValue day, TimeOnly from, TimeOnly to)
    {
        var next = to <= from ? 1 : 0;
        return new RangeValue(day.Date.ToDateTime(from), Days.Add(day.Date, next).ToDateTime(to))
        {
            HasClock = true,
            Past = day.Past == day.Date ? null : (day.Past.ToDateTime(from), Days.Add(day.Past, next).ToDateTime(to)),
        };
    }

    private static RangeValue InPart(DayPart part, ClockPair clocks) => On(part.Day, clocks.In(part.Part).Settled());

    private static object? MomentToClock(RuleArgs args)
    {
        var (from, to) = (args.As<MomentValue>(0)!, args.As<ClockValue>(1)!);
        var clock = from.Clock ?? new ClockValue(from.At.Hour, from.At.Minute, from.At.Second, Half.Sure);
        var pair = new ClockPair(clock, to).Settled();
        var day = new DayValue(DateOnly.FromDateTime(from.At), DateOnly.FromDateTime(from.Past));
        return pair.To.Time <= pair.From.Time ? null : On(day, TimeOnly.FromDateTime(from.At), pair.To.Time);
    }

    private static object? ClockToMoment(RuleArgs args)
    {
        var (from, to) = (args.As<ClockValue>(0)!, args.As<MomentValue>(1)!);
        if (to.Clock is null) return NowEnd(args, from, to);

        // "3 to 4pm tomorrow" is read as clock times of that day; here the day belongs to the end alone.
        if (!to.DayFirst) return On(new DayValue(DateOnly.FromDateTime(to.At), DateOnly.FromDateTime(to.Past)), new ClockPair(from, to.Clock).Settled());
        var start = args.Today.ToDateTime(from.Time);
        return start < to.At ? new RangeValue(start, to.At) { HasClock = true } : null;
    }

    private static RangeValue? NowEnd(RuleArgs args, ClockValue from, MomentValue to)
    {
        var start = args.Today.ToDateTime(from.Time);
        return start < to.At ? new RangeValue(start, to.At) { HasClock = true } : null;
    }

    private static RangeValue? Moments(MomentValue a, MomentValue b)
    {
        if (a.At > b.At && a.Past > b.At) return null;
        var from = a.At <= b.At ? a.At : a.Past;
        return new RangeValue(from, b.At) { HasClock = true };
    }
}
