namespace SalesBot.Language.Spans;

/// <summary>
/// What kind of thing was found. The first seven are the types of <c>understand --spans</c> (DESIGN.md 4), which leaves the last one out.
/// </summary>
internal enum FoundType { Date, Time, DateTime, DateRange, Duration, Currency, Number, Percent, Discount, Delta, AmountRange, NoSuchDay }

/// <summary>Which side of a date or time is meant by the word before or after it: "by Friday", "since May".</summary>
internal enum Bound { None, Before, Until, From, After }

/// <summary>
/// One date, time, amount or number in a message. Positions are those of the <see cref="Text.NormalText"/> it was read from, <c>End</c>
/// exclusive. Dates and times are wall time of the speaker; only the members of the found type are set.
/// </summary>
internal sealed record Found(FoundType Type, int Start, int End)
{
    /// <summary>The date of a <see cref="FoundType.Date"/>, or the date part of a <see cref="FoundType.DateTime"/>: the coming reading ("Friday" = the next one, today included).</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The reading before today, where the words leave it open ("Friday" in a report of what was done).</summary>
    public DateOnly? PastDate { get; init; }

    /// <summary>The clock as said: "three" is 03:00.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>The clock as meant in an office when neither morning nor afternoon was said (LABELS.md): "three" is 15:00.</summary>
    public TimeOnly? OfficeTime { get; init; }

    /// <summary>First and last moment of a range; for a range of whole days both at midnight and <c>To</c> the last day that belongs to it, as said ("Monday to Friday" ends on Friday).</summary>
    public DateTime? From { get; init; }
    public DateTime? To { get; init; }

    /// <summary>The range has clock times ("tomorrow 3 to 4"), so <see cref="From"/> and <see cref="To"/> are moments, not days.</summary>
    public bool HasClock { get; init; }

    /// <summary>The same range in the past, where the words leave it open ("Q3", "September").</summary>
    public (DateTime From, DateTime To)? PastRange { get; init; }

    /// <summary>Last day meant by a person who says "March to May": 31 May, where the wire contract ends at the first of May. Else the day of <see cref="To"/>.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>The one day of a range that is meant where a day is asked for: the 15th of "mid-May", the first of "start of Q3".</summary>
    public DateOnly? Point { get; init; }

    /// <summary>Length of a duration, in seconds (a month is 30 days, a year 365), and in the calendar's units.</summary>
    public double? Seconds { get; init; }
    public Dates.Length? Length { get; init; }

    /// <summary>A number or amount in full units; for a discount the factor (0.95 is 5 % off), for a percent the percentage (10), for a delta the signed change.</summary>
    public double? Value { get; init; }

    /// <summary>The other end of an amount range.</summary>
    public double? High { get; init; }

    /// <summary>ISO code, only where the text names a currency.</summary>
    public string? Currency { get; init; }

    /// <summary>The amount stands with a unit of money or of size (50w, 3k, 120 thousand), so it may be money even without a currency.</summary>
    public bool Scaled { get; init; }

    /// <summary>A range or change of something that no word or sign of money stands with.</summary>
    public bool Bare { get; init; }

    /// <summary>The sign of a change comes from a word (降), not from the figure.</summary>
    public bool SignByWord { get; init; }

    /// <summary>A delta given as a percentage: "+10 %" is a percent change, "raise by 50k" an amount.</summary>
    public bool OfPercent { get; init; }

    public Bound Bound { get; init; }
}
