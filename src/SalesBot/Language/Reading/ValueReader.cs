using System.Globalization;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>Dates, times and amounts of a message, without those that are part of a name. Stands in for the span reader: plain digits and a few day words.</summary>
internal static class ValueReader
{
    private static readonly Dictionary<string, decimal> Units = NameFiles.Lines("units").SelectMany(line => line.Split(' ').Skip(1).Select(unit => (unit, size: decimal.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture))))
        .ToDictionary(pair => pair.unit, pair => pair.size, StringComparer.Ordinal);

    public static IReadOnlyList<Value> Read(NormalText text, DateTime now, IReadOnlyList<Mention> mentions)
    {
        var names = mentions.Where(mention => mention.Strength >= NameStrength.Short && mention.Kind is not NamedKind.Task).ToList();
        var found = Numbers(text.Text).Concat(Days(text.Text, DateOnly.FromDateTime(now)))
            .Where(value => !names.Exists(name => name.Mark.Overlaps(value.Start, value.End)));
        return [.. found.OrderBy(value => value.Start)];
    }

    private static IEnumerable<Value> Numbers(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '-' or '.'))) continue;
            var end = i;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))) end++;
            if (end - i >= 7 && !text.AsSpan(i, end - i).Contains(',') && text[i] is '1' or '0') yield return new Value(ValueKind.Phone, i, end);
            else if (decimal.TryParse(text.AsSpan(i, end - i), NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            {
                var unit = Units.Keys.Where(unit => string.CompareOrdinal(text, end, unit, 0, unit.Length) == 0).MaxBy(unit => unit.Length);
                if (unit is null) yield return new Value(ValueKind.Number, i, end) { Number = number };
                else yield return new Value(ValueKind.Money, i, end + unit.Length) { Number = number * Units[unit] };
            }

            i = end;
        }
    }

    private static IEnumerable<Value> Days(string text, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        foreach (var hit in PhraseBook.Standard.Find(text))
        {
            foreach (var (key, value) in PhraseBook.Standard.LabelsOf(hit.Literal))
            {
                if (key == PhraseBook.Standard.KeyOf("[weekday]")) yield return new Value(ValueKind.Date, hit.Start, hit.End) { Date = monday.AddDays(int.Parse(value!, CultureInfo.InvariantCulture) - 1) };
                else if (key == PhraseBook.Standard.KeyOf("[period]") && value is "today" or "tomorrow" or "yesterday")
                {
                    yield return new Value(ValueKind.Date, hit.Start, hit.End) { Date = today.AddDays(value is "today" ? 0 : value is "tomorrow" ? 1 : -1) };
                }
            }
        }
    }
}
