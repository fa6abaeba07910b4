using SalesBot.Calendar;
using SalesBot.Language.Grammar;

namespace SalesBot.Language.Dates;

/// <summary>Constructors of <c>dates-relative.txt</c>: days named from today, from the week, or by counting.</summary>
internal static class RelativeRules
{
    public static readonly Dictionary<string, Construct> All = new(StringComparer.Ordinal)
    {
        ["dayrel"] = static a => At(Days.Add(a.Today, a.Int(0))),
        ["moddayrel"] = static a => Math.Abs(a.Int(0)) > 1 ? null : At(Days.Add(a.Today, a.Int(0))),
        ["sameday"] = static a => At(Days.AddMonths(a.Today, a.Int(0))),
        ["samedayyear"] = static a => At(Days.AddMonths(a.Today, 12 * a.Int(0))),
        ["fixedday"] = static a => At(Days.Add(a.Today, Constant(a))),
        ["besides"] = static a => Shift(a.As<DayValue>(0)!, Constant(a)),
        ["weekday"] = static a => Days.AroundWeekday(a.Today, DayRules.First(a)),
        ["modweekday"] = static a => InWeek(a.Today, a.Int(0), Weekday(a, 1)),
        ["nearweekday"] = static a => Near(a.Today, a.Int(0), Weekday(a, 1)),
        ["offset"] = static a => a.Int(0),
        ["fixed"] = static a => Constant(a),
        ["weekofday"] = static a => InWeek(a.Today, a.Int(0), Weekday(a, 1)),
        ["dayofweek"] = static a => InWeek(a.Today, a.Int(2), Weekday(a, 0)),
        ["weekdayinlength"] = static a => WeekdayIn(Later(a.Today, a, 2, 1), Weekday(a, 0)),
        ["lengthonweekday"] = static a => WeekdayIn(Later(a.Today, a, 0, 1), Weekday(a, 1)),
        ["lengthafteronweekday"] = static a => WeekdayIn(Later(a.As<DayValue>(1)!.Date, a, 0, 1), Weekday(a, 2)),
        ["weekdayinlengthzh"] = static a => Whole(a, 0) ? WeekdayIn(Later(a.Today, a, 0, 1), Weekday(a, 1)) : null,
        ["weekdayweek"] = static a => At(Days.Add(Days.AroundWeekday(a.Today, Weekday(a, 0)).Date, 7)),
        ["weeksonweekday"] = static a => Weeks(a, 0) is { } weeks ? At(Days.Add(Days.AroundWeekday(a.Today, Weekday(a, 1)).Date, 7 * weeks)) : null,
        ["weeksday"] = static a => Weeks(a, 0) is { } weeks ? At(Days.Add(a.Today, (7 * weeks) + Constant(a))) : null,
        ["weekdayafternext"] = static a => InWeek(a.Today, 2, Weekday(a, 0)),
        ["countedweekday"] = static a => At(Days.Add(Days.AroundWeekday(Days.Add(a.Today, 1), a.Int(1)).Date, 7 * (a.Int(0) - 1))),
        ["nthweekday"] = static a => NthIn(Month(a.Today), a.Int(1), a.Int(0)),
        ["nthweekdayof"] = static a => NthIn(a.As<RangeValue>(3)!, Weekday(a, 1), a.Int(0)),
        ["lastweekdayof"] = static a => LastIn(a.As<RangeValue>(2)!, Weekday(a, 0)),
        ["nthweekdayzh"] = static a => NthIn(a.As<RangeValue>(0)!, a.Int(2), a.Int(1)),
        ["lastweekdayzh"] = static a => LastIn(a.As<RangeValue>(0)!, a.Int(1)),
        ["nthdayof"] = static a => NthDay(a.As<RangeValue>(1)!, a.Int(0)),
        ["nthdayzh"] = static a => NthDay(a.As<RangeValue>(0)!, a.Int(1)),
        ["lastdayof"] = static a => At(a.As<RangeValue>(0)!.Last),
        ["firstdayof"] = static a => NthDay(a.Find<RangeValue>()!, 1),
        ["firstworkdayof"] = static a => NthWorkday(a.Find<RangeValue>()!, 1),
        ["nthworkdayof"] = static a => NthWorkday(a.Find<RangeValue>()!, a.FirstInt(0)),
        ["lastworkdayof"] = static a => At(WorkCalendar.China.AddWorkdays(Days.Add(a.Find<RangeValue>()!.Last, 1), -1)),
        ["workdayby"] = static a => At(WorkCalendar.China.AddWorkdays(Days.Add(a.Find<DayValue>()!.Date, 1), -1)),
        ["agodate"] = static a => Day(a, -1),
        ["agomoment"] = static a => Moment(a, -1),
        ["laterdate"] = static a => Day(a, 1),
        ["latermoment"] = static a => Moment(a, 1),
        ["lengthafter"] = static a => Whole(a, 0) ? At(Later(a.As<DayValue>(1)!.Date, a, 0, 1)) : null,
        ["lengthbefore"] = static a => Whole(a, 0) ? At(Later(a.As<DayValue>(1)!.Date, a, 0, -1)) : null,
        ["lengthsince"] = static a => Whole(a, 0) ? At(Later(a.As<RangeValue>(1)!.First, a, 0, 1)) : null,
        ["afterlength"] = static a => Whole(a, 1) ? At(Later(a.As<DayValue>(0)!.Date, a, 1, 1)) : null,
        ["beforelength"] = static a => Whole(a, 1) ? At(Later(a.As<DayValue>(0)!.Date, a, 1, -1)) : null,
    };

    public static int Constant(RuleArgs args) => int.Parse(args.Constant(0), System.Globalization.CultureInfo.InvariantCulture);

    public static DayValue At(DateOnly date) => DayValue.Fixed(date);

    // "week or weekday" of a rule is two arguments of which one is there.
    private static int Weekday(RuleArgs args, int index) => args.Has(index) ? args.Int(index) : args.Int(index + 1);

    private static DayValue InWeek(DateOnly today, int weeks, int weekday) =>
        At(Days.Add(Days.Monday(today), (7 * weeks) + weekday - 1)) with { Weekday = weekday };

    private static DayValue Near(DateOnly today, int direction, int weekday)
    {
        var coming = Days.AroundWeekday(direction > 0 ? Days.Add(today, 1) : today, weekday);
        return At(direction > 0 ? coming.Date : coming.Past);
    }

    private static DayValue Shift(DayValue day, int days) => new(Days.Add(day.Date, days), Days.Add(day.Past, days));

    private static DateOnly Later(DateOnly from, RuleArgs args, int index, int sign) =>
        DateOnly.FromDateTime(Days.Add(from.ToDateTime(TimeOnly.MinValue), (Length)args[index]!, sign));

    private static DayValue WeekdayIn(DateOnly date, int weekday) => At(Days.Add(Days.Monday(date), weekday - 1));

    private static bool Whole(RuleArgs args, int index) => !((Length)args[index]!).HasClock;

    private static DayValue? Day(RuleArgs args, int sign) => Whole(args, 0) ? At(Later(args.Today, args, 0, sign)) : null;

    private static MomentValue? Moment(RuleArgs args, int sign)
    {
        if (Whole(args, 0)) return null;
        var at = Days.Add(args.Now, (Length)args[0]!, sign);
        return new MomentValue(at, at, null);
    }

    private static RangeValue Month(DateOnly today) => RangeValue.Days(Days.FirstOfMonth(today), Days.LastOfMonth(today));

    private static DayValue? NthIn(RangeValue period, int weekday, int n)
    {
        if (Days.Nth(period.First, period.Last, weekday, n) is not { } date) return null;
        var past = period.Past is { } p ? Days.Nth(DateOnly.FromDateTime(p.From), DateOnly.FromDateTime(p.To), weekday, n) : null;
        return new DayValue(date, past ?? date);
    }

    private static DayValue LastIn(RangeValue period, int weekday)
    {
        var date = Days.LastWeekday(period.Last, weekday);
        return new DayValue(date, period.Past is { } p ? Days.LastWeekday(DateOnly.FromDateTime(p.To), weekday) : date);
    }

    private static DayValue? NthWorkday(RangeValue period, int n) =>
        WorkCalendar.China.AddWorkdays(Days.Add(period.First, -1), n) is var day && n > 0 && day <= period.Last ? At(day) : null;

    private static int? Weeks(RuleArgs args, int index) => (Length)args[index]! is { Days: > 0, Years: 0, Months: 0, Seconds: 0 } length && length.Days % 7 == 0 ? (int)(length.Days / 7) : null;

    private static DayValue? NthDay(RangeValue period, int n)
    {
        var date = Days.Add(period.First, n - 1);
        if (date > period.Last) return null;
        return new DayValue(date, period.Past is { } p ? Days.Add(DateOnly.FromDateTime(p.From), n - 1) : date);
    }
}
