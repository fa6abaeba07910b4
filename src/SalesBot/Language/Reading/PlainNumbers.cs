using System.Globalization;
using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>Phone numbers, and numbers in plain digits that the span reader did not claim.</summary>
internal static class PlainNumbers
{
    private static readonly Dictionary<string, decimal> Units = NameFiles.Lines("units").SelectMany(line => line.Split(' ').Skip(1).Select(unit => (unit, size: decimal.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture))))
        .ToDictionary(pair => pair.unit, pair => pair.size, StringComparer.Ordinal);

    public static IEnumerable<Value> Read(string text)
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
}
