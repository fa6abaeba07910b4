using System.Globalization;
using SalesBot.Language.Reading;
using SalesBot.Language.Spans;

namespace SalesBot.Language.Filling;

/// <summary>
/// “晚上七点以后别发”, "nothing before 9 and after 6pm", "quiet hours 6pm to 9am": from when to when nothing is to be sent, as <c>19:00-09:00</c>; an end that nobody said is left out (<c>19:00</c>, <c>-09:00</c>).
/// What is said for a day of its own is no habit (<see cref="OfOneDay"/>), which cannot be set.
/// </summary>
internal static class QuietHours
{
    /// <summary>Instead of a setting.</summary>
    public const string OneDay = "quiet_day";

    /// <summary>“今天下午四点以后别发”.</summary>
    public static bool OfOneDay(Clause clause) =>
        clause.Values.Any(value => value.Time is not null) && IsQuiet(clause) && clause.Word("setting") is "quiet_hours" or "notifications" or null && clause.Word("language") is null
        && clause.Values.Any(value => value.Kind is ValueKind.DateRange || value.Date is not null);

    public static string? Of(Clause clause)
    {
        var times = clause.ValuesOf(ValueKind.Time).Where(value => value.Time is not null).ToList();
        if (times.Count is 0 or > 2 || clause.ValuesOf(ValueKind.Date, ValueKind.DateRange, ValueKind.Duration).Any() || !IsQuiet(clause)) return null;
        var after = times.Find(time => Bounds(clause, time, "after", Bound.After, Bound.From));
        var before = times.Find(time => time != after && Bounds(clause, time, "until", Bound.Before, Bound.Until));
        if (new[] { after, before }.Count(time => time is not null) == times.Count) return Said(after?.Time, before?.Time);
        return times is [var first, var last] && Answers.Covers(clause, first.End, last.Start, [.. clause.Words("between"), .. clause.Words("until"), .. clause.Words("part_of_day")]) ? Said(first.Time, last.Time) : null;
    }

    private static bool IsQuiet(Clause clause) => clause.Word("setting") == "quiet_hours" || clause.Has(Feature.Dont) || clause.Word("switch") == "off";

    private static bool Bounds(Clause clause, Value time, string word, params Bound[] bounds) =>
        bounds.Contains(time.Bound) || clause.Words(word).Any(mark => clause.AreBeside(mark, time.Mark));

    private static string Said(TimeOnly? from, TimeOnly? to) => to is null ? string.Create(CultureInfo.InvariantCulture, $"{from:HH:mm}") : string.Create(CultureInfo.InvariantCulture, $"{from:HH:mm}-{to:HH:mm}");
}
