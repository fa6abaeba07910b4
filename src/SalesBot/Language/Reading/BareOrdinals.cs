using SalesBot.Language.Dates;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>"Site walk 26th, half nine": an ordinal that ends its breath and counts nothing before it is a day. What counts by small numbers (the 2nd) is a place in a list.</summary>
internal static class BareOrdinals
{
    /// <summary>A list is hardly that long.</summary>
    private const int Shortest = 10;

    public static IEnumerable<Value> With(NormalText text, IReadOnlyList<Value> values, DateTime now)
    {
        var days = Find(text, values, now).ToList();
        return days.Count == 0 ? values : values.Where(value => !days.Exists(day => day.Mark.Overlaps(value.Start, value.End))).Concat(days).OrderBy(value => value.Start);
    }

    private static IEnumerable<Value> Find(NormalText text, IReadOnlyList<Value> values, DateTime now)
    {
        for (var at = 1; at + 4 <= text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || text[at - 1] != ' ' || !char.IsAsciiDigit(text[at + 1]) || !IsOrdinal(text, at) || !Ends(text, at + 4)) continue;
            var day = int.Parse(text.Slice(at, at + 2), System.Globalization.CultureInfo.InvariantCulture);
            if (day < Shortest || day > 31 || Counts(text, at) || values.Any(value => value.Kind is ValueKind.Date or ValueKind.DateRange && value.Mark.Overlaps(at, at + 4))) continue;
            if (Days.AroundDay(DateOnly.FromDateTime(now), day) is { } said) yield return new Value(ValueKind.Date, at, at + 4) { Date = said.Date, PastDate = said.Past };
        }
    }

    private static bool IsOrdinal(NormalText text, int at) => text.Slice(at + 2, at + 4) is "th" or "st" or "nd" or "rd";

    private static bool Ends(NormalText text, int at) => at == text.Length || text[at] is ',' or ';' or '.' or '\n' or '!' or '?' or ')';

    /// <summary>"Their 20th": whose it is that is counted.</summary>
    private static bool Counts(NormalText text, int at)
    {
        var start = at - 1;
        while (start > 0 && text[start - 1] != ' ') start--;
        return text.Slice(start, at - 1) is "our" or "their" or "his" or "her" or "my" or "its" or "your" || text.Slice(start, at - 1).EndsWith("'s", StringComparison.Ordinal);
    }
}
