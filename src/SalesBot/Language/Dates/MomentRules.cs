using SalesBot.Language.Grammar;

namespace SalesBot.Language.Dates;

/// <summary>Constructors of <c>dates-moments.txt</c>: a day with a clock time or a part of the day.</summary>
internal static class MomentRules
{
    private static readonly TimeOnly EndOfDay = new(23, 59, 59);

    // Six in the evening is when an office's day ends.
    private static readonly TimeOnly EndOfOffice = new(18, 0);

    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["now"] = static a => new MomentValue(a.Now, a.Now, null),
        ["daypart"] = PartOn,
        ["partday"] = PartOn,
        ["thispart"] = static a => Rel(a, a.FirstInt(0), a.Find<string>()!),
        ["dayhalf"] = static a => new DayPart(a.As<DayValue>(0)!, PartOfDay.Of(a.Constant(0))),
        ["parthalf"] = static a => a.Find<DayPart>() is { } p ? p with { Part = p.Part.End(a.Find<string>()!) } : null,
        ["dayparthalf"] = static a => a.Find<DayValue>() is { Festival: false } day ? new DayPart(day, HalfOf(a)) : null,
        ["thisparthalf"] = static a => new DayPart(DayValue.Fixed(a.Today), HalfOf(a)),
        ["tonight"] = static a => Rel(a, a.Int(0), "night"),
        ["thismorning"] = static a => Rel(a, a.Int(0), "morning"),
        ["datetime"] = static a => On(a) is { } moment ? moment with { DayFirst = true } : null,
        ["timedate"] = On,
        ["partmoment"] = static a => InPart(a) with { DayFirst = true },
        ["partdigits"] = static a => a.Chinese ? null : InPart(a) with { DayFirst = true },
        ["momentpart"] = static a => InPart(a),
        ["weekdayhour"] = static a => Day(Days.AroundWeekday(a.Today, a.FirstInt(0)), ClockRules.Make(a.Int(2), 0, 0, Half.Open)),
        ["tomorrowhour"] = static a => a.Int(0) == 1 ? Day(DayValue.Fixed(Days.Add(a.Today, 1)), ClockRules.Make(a.Int(1), 0, 0, Half.Open)) : null,
        ["weekdaydayhour"] = WeekdayDayHour,
        ["ordhour"] = static a => Day(Days.AroundDay(a.Today, a.Int(0)), a.Find<ClockValue>()),
        ["unixdate"] = static a => a.Find<MonthDay>() is { } md && Days.Of(a.Int(4), md.Month, md.Day) is { } date ? Day(DayValue.Fixed(date), a.Find<ClockValue>()) : null,
        ["endofday"] = static a => EndOf(a.Find<DayValue>()!),
        ["endoftoday"] = static a => EndOf(DayValue.Fixed(a.Today)),
    };

    private static MomentValue? On(RuleArgs args) => args.Find<DayValue>() is { Festival: false } day ? MomentValue.Of(day, args.Find<ClockValue>()!) : null;

    private static DayPart? PartOn(RuleArgs args) => args.Find<DayValue>() is { Festival: false } day ? new DayPart(day, ClockRules.Part(args)) : null;

    // "early" comes before "morning" in the pattern.
    private static PartOfDay HalfOf(RuleArgs args)
    {
        string? which = null;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is not string word) continue;
            if (which is not null) return PartOfDay.Of(word).End(which);
            which = word;
        }

        return PartOfDay.Of(which!);
    }

    private static DayPart Rel(RuleArgs args, int days, string part) => new(DayValue.Fixed(Days.Add(args.Today, days)), PartOfDay.Of(part));

    private static MomentValue InPart(RuleArgs args)
    {
        var part = args.Find<DayPart>()!;
        var clock = args.Find<ClockValue>()!;
        return MomentValue.Of(part.Day, part.Part.Apply(clock));
    }

    private static MomentValue? Day(DayValue? day, ClockValue? clock) =>
        day is null || clock is null ? null : MomentValue.Of(day, clock) with { DayFirst = true };

    // "Friday the 26th at 4": the next such Friday.
    private static object? WeekdayDayHour(RuleArgs args)
    {
        var (weekday, number) = (args.FirstInt(0), args.FirstInt(2));
        for (var i = 0; i < 800; i++)
        {
            var date = Days.Add(args.Today, i);
            if (date.Day == number && Days.Weekday(date) == weekday) return Day(DayValue.Fixed(date), args.Find<ClockValue>());
        }

        return null;
    }

    private static MomentValue EndOf(DayValue day) =>
        new(day.Date.ToDateTime(EndOfDay), day.Past.ToDateTime(EndOfDay), null) { DayFirst = true, Office = EndOfOffice };
}
