using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>
/// The day and the hour that a to-do is to have, of all that a sentence says: "move it from Monday to Friday", “周三没空，改到周四”, "Friday 10am, Saturday makes no sense". It is not the one that it
/// has, nor one that is denied or does not suit.
/// </summary>
internal static class WantedDay
{
    /// <summary>Characters between a day and the word that leads to it: “the”, a blank.</summary>
    private const int Joint = 4;

    private static readonly string[] Denials = ["not_but", "denied_day", "from_day"];

    public static (Value? Day, Value? Time) Of(Clause clause, NamedRecord? task)
    {
        if (clause.ValuesOf(ValueKind.DateRange).FirstOrDefault(value => IsFrom(clause, value)) is { Last: { } last } range) return (range with { Kind = ValueKind.Date, Date = last, Last = null, Point = null }, Behind(clause, Wanted(clause, ValueKind.Time)));
        var days = Wanted(clause, ValueKind.Date, ValueKind.DateRange);
        // “Saturday 21 March”: a month beside a day says nothing more.
        if (days.Exists(day => day.Kind == ValueKind.Date)) days.RemoveAll(day => day.Kind == ValueKind.DateRange);
        if (days.Count > 1 && days.FindAll(day => day.Date != task?.Date) is { Count: > 0 } others) days = others;
        var times = Wanted(clause, ValueKind.Time);
        if (Behind(clause, days) is not { } day) return (null, Behind(clause, times));
        var (start, end) = clause.Breaths.FirstOrDefault(part => day.Mark.Overlaps(part.Start, part.End));
        return (day, times.Find(time => time.Mark == day.Mark) ?? Behind(clause, times.FindAll(time => time.Mark.Overlaps(start, end))) ?? (times is [var only] ? only : null));
    }

    /// <summary>A day that is said not to be the one.</summary>
    public static bool Denies(Clause clause) => clause.Message.NotMeant.Any(day => day.Date is not null) || clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any(day => IsUnwanted(clause, day));

    /// <summary>Those days.</summary>
    public static IEnumerable<Value> Denied(Clause clause) => clause.Message.NotMeant.Where(day => day.Date is not null).Concat(clause.ValuesOf(ValueKind.Date).Where(day => IsUnwanted(clause, day)));

    private static List<Value> Wanted(Clause clause, params ValueKind[] kinds) => [.. clause.ValuesOf(kinds).Where(value => !IsUnwanted(clause, value))];

    /// <summary>The one right behind the word of moving, else the last.</summary>
    private static Value? Behind(Clause clause, List<Value> values) =>
        values.Find(value => clause.Words("moves").Concat(clause.Words("until")).Any(word => value.Start - word.End is >= 0 and <= Joint || value.Mark.Overlaps(word.Start, word.End))) ?? values.LastOrDefault();

    /// <summary>"From Saturday", “从周六”, whether or not the word is part of the day; "from Saturday to Monday" was the one and is to be the other.</summary>
    private static bool IsFrom(Clause clause, Value value) => clause.Words("from_day").Any(word => word.Start == value.Start || clause.IsBlank(word.End, value.Start));

    /// <summary>It is forbidden, and not only said that a day does not suit.</summary>
    public static bool IsForbidden(Clause clause) => clause.Marks.Of(Feature.Dont).Any(word => !clause.Words("unsuitable").Concat(clause.Words("no_longer")).Concat(clause.Words("denied_day")).Any(other => other.Overlaps(word.Start, word.End)));

    private static bool IsUnwanted(Clause clause, Value value)
    {
        if (value.Kind == ValueKind.Date && IsFrom(clause, value)) return true;
        if (Denials.SelectMany(clause.Words).Any(word => word.End <= value.Start && value.Start - word.End <= Joint && !char.IsLetterOrDigit(Between(clause, word.End, value.Start)))) return true;
        // "Friday 10am, Saturday makes no sense": the hour belongs to the breath in which it begins, the day to the one in which it ends.
        var (start, end) = value.Kind == ValueKind.Time ? clause.Breaths.FirstOrDefault(part => value.Mark.Overlaps(part.Start, part.End)) : clause.Breaths.LastOrDefault(part => value.Mark.Overlaps(part.Start, part.End));
        return clause.Words("unsuitable").Any(word => word.Start >= start && word.End <= end && !clause.Values.Any(other => other.Mark != value.Mark && other.Start >= Math.Min(word.End, value.End) && other.End <= Math.Max(word.Start, value.Start)));
    }

    /// <summary>What stands there besides "the" and blanks.</summary>
    private static char Between(Clause clause, int from, int to) => clause.Message.Text.Slice(from, to).Trim() is var rest && rest is "" or "the" or "on" or "at" ? ' ' : rest[0];
}
