using SalesBot.Language.Grammar;
using SalesBot.Language.Numbers;

namespace SalesBot.Language.Dates;

/// <summary>Constructors of <c>dates-clock.txt</c>: times of day.</summary>
internal static class ClockRules
{
    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["hms"] = static a => Of(a, a.Int(1), 0, 2),
        ["hmss"] = static a => Of(a, a.Int(1), a.Int(2), 3),
        ["hhalf"] = static a => Of(a, 0, 0, 1),
        ["hmhalf"] = static a => Of(a, a.Int(1), 0, 2),
        ["hmwords"] = static a => Of(a, a.Int(1), 0, 2),
        ["hmdigits"] = static a => Make(a.Int(0) / 100, a.Int(0) % 100, 0, a.Count < 2 || a.As<string>(1) is not { } word ? Half.Open : Said(word)),
        ["halfhour"] = static a => Of(a, 30, 0, 1),
        ["hoclock"] = static a => Of(a, 0, 0, 1),
        ["hour"] = static a => Of(a, 0, 0, -1),
        ["hmh"] = static a => Of(a, a.Int(1), 0, -1),
        ["minutecount"] = static a => a.FirstInt(0),
        ["pastclock"] = static a => Shift(a.As<ClockValue>(1)!, a.Int(0)),
        ["toclock"] = static a => Shift(a.As<ClockValue>(1)!, -a.Int(0)),
        ["noon"] = static a => new ClockValue(a.Int(0), 0, 0, Half.Sure),
        ["hzh"] = static a => Of(a, 0, 0, -1),
        ["hmzh"] = static a => Of(a, a.Int(1), 0, -1),
        ["hmszh"] = static a => Of(a, a.Int(1), a.Int(2), -1),
        ["lesszh"] = static a => Of(a, 0, 0, -1) is { } clock ? Shift(clock, -a.Int(1)) : null,
        ["tozh"] = static a => Make(a.Int(1), 0, 0, Half.Open) is { } clock ? Shift(clock, -a.Int(0)) : null,
        ["lastword"] = static a => a[a.Count - 1],
        ["partclock"] = static a => Part(a).Apply(a.Find<ClockValue>()!),
        ["clockpart"] = static a => Part(a).Apply(a.Find<ClockValue>()!),
        ["hourpart"] = static a => Part(a).Apply(Make(a.FirstInt(0), 0, 0, Half.Open)!),
        ["athour"] = static a => a.Find<ClockValue>(),
    };

    public static PartOfDay Part(RuleArgs args) => PartOfDay.Of(args.Find<string>()!);

    /// <summary>The hour is the first argument; the word for the half, if any, the one at <paramref name="half"/>.</summary>
    private static ClockValue? Of(RuleArgs args, int minute, int second, int half)
    {
        var said = half < 0 || args.As<string>(half) is not { } word ? Half.Open : Said(word);

        // 08:30 is written by a machine or by a person of the 24 hour clock: there is no other half.
        var sure = args[0] is Num { Digits: 2, Value: < 10 } && said == Half.Open;
        return Make(args.Int(0), minute, second, sure ? Half.Sure : said);
    }

    private static Half Said(string word) => string.Equals(word, "pm", StringComparison.Ordinal) ? Half.Pm : Half.Am;

    public static ClockValue? Make(int hour, int minute, int second, Half half)
    {
        if (hour > 24 || minute > 59 || second > 59 || (half is Half.Am or Half.Pm && hour > 12 && half == Half.Am)) return null;
        if (hour is 0 or 24) return new ClockValue(0, minute, second, Half.Sure) { EndsDay = hour == 24 };
        return hour > 12 ? new ClockValue(hour, minute, second, Half.Sure) : half is Half.Am or Half.Pm
            ? new ClockValue(hour, minute, second, Half.Open).With(half)
            : new ClockValue(hour, minute, second, half);
    }

    private static ClockValue Shift(ClockValue clock, int minutes)
    {
        var moved = clock.Time.AddMinutes(minutes);
        return clock with { Hour = clock.Half == Half.Open && moved.Hour == 0 ? 12 : moved.Hour, Minute = moved.Minute };
    }
}
