namespace SalesBot.Language.Reading;

internal enum ValueKind { Money, Number, Percent, Discount, Delta, MoneyRange, Date, Time, DateRange, Duration, Phone, Ordinal, NoSuchDay }

/// <summary>A date, time, amount or number as the intents use it. Positions are those of the normalised text, <c>End</c> exclusive.</summary>
internal sealed record Value(ValueKind Kind, int Start, int End)
{
    /// <summary>The amount in full units, the factor of a discount (0.95), the percentage, the signed change, or the place in a list.</summary>
    public decimal? Number { get; init; }

    /// <summary>The upper end of a range of amounts.</summary>
    public decimal? High { get; init; }

    public string? Currency { get; init; }

    /// <summary>A change given as a percentage of what there is.</summary>
    public bool OfPercent { get; init; }

    /// <summary>The day, or the first and last day of a range.</summary>
    public DateOnly? Date { get; init; }

    public DateOnly? Last { get; init; }

    /// <summary>The one day of a range that is meant where a day is asked for (<see cref="Spans.Found.Point"/>), else its last day, else the day.</summary>
    public DateOnly? Day => Point ?? Last ?? Date;

    public DateOnly? Point { get; init; }

    /// <summary>The same words read as a day before today, where they leave it open.</summary>
    public DateOnly? PastDate { get; init; }

    /// <summary>Only the day of a month is said: the 15th.</summary>
    public bool IsBareDay => Kind == ValueKind.Date && Date is { } day && PastDate is { } past && past.AddMonths(1) == day && past.Day == day.Day;

    /// <summary>A bare day as one of a month that was named; itself where it is none, where the month has no such day, or is over.</summary>
    public Value In(DateOnly month) => IsBareDay && Date!.Value.Day is var day && day <= DateTime.DaysInMonth(month.Year, month.Month) && month > PastDate ? this with { Date = new DateOnly(month.Year, month.Month, day), PastDate = null } : this;

    /// <summary>The clock as an office means it: "three" is 15:00.</summary>
    public TimeOnly? Time { get; init; }

    public Spans.Bound Bound { get; init; }

    public int? Days { get; init; }

    /// <summary>A length of less than a day.</summary>
    public int Minutes { get; init; }

    public Phrases.Mark Mark => new(Start, End);
}
