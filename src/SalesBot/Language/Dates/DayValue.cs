namespace SalesBot.Language.Dates;

/// <summary>A day: the coming reading, the past one, and what the words said of it, so that a wider phrase can read it again.</summary>
internal sealed record DayValue(DateOnly Date, DateOnly Past)
{
    public int? Year { get; init; }
    public int? Month { get; init; }
    public int? Day { get; init; }
    public int? Weekday { get; init; }

    /// <summary>A festival, which stands beside a clock time and not in one moment with it: the wire contract has two of them.</summary>
    public bool Festival { get; init; }

    public static DayValue Fixed(DateOnly date) => new(date, date);
}

/// <summary>Month and day without a year.</summary>
internal sealed record MonthDay(int Month, int Day);

/// <summary>Whether morning or afternoon was said with a clock time. <c>Sure</c>: the hour itself tells (15:00, 零点).</summary>
internal enum Half { Open, Am, Pm, Sure }

/// <summary>A time of day; <see cref="Hour"/> is already on the 24 hour clock where the half is known.</summary>
internal sealed record ClockValue(int Hour, int Minute, int Second, Half Half)
{
    public TimeOnly Time => new(Hour, Minute, Second);

    /// <summary>24:00, which is the beginning of the next day.</summary>
    public bool EndsDay { get; init; }

    /// <summary>One to six without morning or afternoon is afternoon in office talk (LABELS.md).</summary>
    public TimeOnly Office => Half == Half.Open && Hour is >= 1 and <= 6 ? Time.AddHours(12) : Time;

    /// <summary>A colon with a leading zero, 24 hour figures and the like leave no choice; anything else may take the half of its neighbours.</summary>
    public ClockValue With(Half half) => Half != Half.Open ? this : half switch
    {
        Half.Pm => this with { Hour = Hour < 12 ? Hour + 12 : Hour, Half = Half.Pm },
        Half.Am => this with { Hour = Hour == 12 ? 0 : Hour, Half = Half.Am },
        _ => this,
    };
}

/// <summary>A part of a day ("tomorrow evening").</summary>
internal sealed record DayPart(DayValue Day, PartOfDay Part);

/// <summary>Hours of a part of the day as the wire contract has them, and the half that a clock time beside it takes.</summary>
internal sealed record PartOfDay(string Name, TimeOnly From, TimeOnly To)
{
    public static PartOfDay Of(string name) => name switch
    {
        "dawn" or "morning" or "am" => new("morning", new TimeOnly(8, 0), new TimeOnly(12, 0)),
        "daytime" => new(name, new TimeOnly(8, 0), new TimeOnly(18, 0)),
        "midday" => new(name, new TimeOnly(11, 0), new TimeOnly(13, 0)),
        "afternoon" or "pm" => new("afternoon", new TimeOnly(12, 0), new TimeOnly(16, 0)),
        "evening" => new(name, new TimeOnly(16, 0), new TimeOnly(20, 0)),
        _ => new("night", new TimeOnly(20, 0), new TimeOnly(23, 59, 59)),
    };

    /// <summary>The first or the second half: "early tomorrow morning" is eight to ten.</summary>
    public PartOfDay End(string which)
    {
        var middle = From.AddHours(Math.Round((To - From).TotalHours / 2));
        return string.Equals(which, "early", StringComparison.Ordinal) ? this with { To = middle } : this with { From = middle };
    }

    // Twelve at night ends the day.
    private static ClockValue Midnight(ClockValue clock) => clock.Half == Half.Open ? clock with { Hour = 0, Half = Half.Sure, EndsDay = true } : clock;

    /// <summary>The clock time in this part of the day: three in the night is before dawn, eleven is before midnight.</summary>
    public ClockValue Apply(ClockValue clock) => Name switch
    {
        "morning" => clock.With(Half.Am),
        "daytime" => clock.Hour is >= 1 and <= 6 ? clock.With(Half.Pm) : clock,
        "midday" => clock.Hour is >= 10 and <= 12 ? clock with { Half = Half.Sure } : clock.With(Half.Pm),
        "night" => clock.Hour is >= 1 and <= 4 ? clock.With(Half.Am) : clock.Hour == 12 ? Midnight(clock) : clock.With(Half.Pm),
        "evening" when clock.Hour == 12 => Midnight(clock),
        _ => clock.With(Half.Pm),
    };
}

/// <summary>A moment; <see cref="DayFirst"/> tells the order of the words.</summary>
internal sealed record MomentValue(DateTime At, DateTime Past, ClockValue? Clock)
{
    public bool DayFirst { get; init; }

    /// <summary>The office reading where it is not the clock's.</summary>
    public TimeOnly? Office { get; init; }

    public static MomentValue Of(DayValue day, ClockValue clock)
    {
        var late = clock.EndsDay ? 1 : 0;
        return new(Days.Add(day.Date, late).ToDateTime(clock.Time), Days.Add(day.Past, late).ToDateTime(clock.Time), clock) { Office = clock.Office };
    }
}

/// <summary>A range. Of whole days: both at midnight, <c>To</c> the last day as said. With clocks: two moments.</summary>
internal sealed record RangeValue(DateTime From, DateTime To)
{
    public bool HasClock { get; init; }
    public (DateTime From, DateTime To)? Past { get; init; }
    public DateOnly? Through { get; init; }

    /// <summary>The one day that is meant where a day is asked for: the 15th of "mid-May".</summary>
    public DateOnly? Point { get; init; }

    /// <summary>The unit that it is one of (week, month, quarter, half, year, weekend), else empty.</summary>
    public string Grain { get; init; } = string.Empty;

    public DateOnly First => DateOnly.FromDateTime(From);

    public DateOnly Last => DateOnly.FromDateTime(To);

    public static RangeValue Days(DateOnly first, DateOnly last, string grain = "") =>
        new(first.ToDateTime(TimeOnly.MinValue), last.ToDateTime(TimeOnly.MinValue)) { Grain = grain };
}
