using System.Globalization;

namespace SalesBot.Cards.Expressions;

/// <summary>
/// Numbers and times as text. The separators are those of en-US and zh-CN (1,234.5) and the minus sign is U+2212, as in the official package;
/// other languages' separators are not known here: text meant for people is better made by the caller, who knows the reader.
/// </summary>
internal static class FormatFunctions
{
    private const string Minus = "\u2212";
    private const string Iso = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly HashSet<string> DateRuns =
        new(["d", "dd", "ddd", "dddd", "M", "MM", "MMM", "MMMM", "yy", "yyyy", "H", "HH", "h", "hh", "m", "mm", "s", "ss", "fff", "tt"], StringComparer.Ordinal);

    public static IEnumerable<Function> All =>
    [
        new("formatNumber", Shape.Text, 2, 3, [Shape.Number, Shape.Number, Shape.Text], Bodies.All(null, FormatNumber)),
        new("formatDateTime", Shape.Text, 1, 3, [Shape.Text], Bodies.All(null, FormatDateTime)),
        new("string", Shape.Text, 1, 2, [Shape.Anything, Shape.Text], Bodies.All(null, Text)),
    ];

    private static Value FormatNumber(Value[] values)
    {
        if (!values[0].IsNumber || !values[1].IsInteger || values[1].Number is < 0 or > 20)
            return Value.Error("not a number");
        return Value.Of(Fixed(JavaScript.Round(values[0].Number, values[1].Number), (int)values[1].Number));
    }

    private static Value Text(Value[] values)
    {
        var value = values[0];
        if (!value.IsNumber)
            return Value.Of(Printed.Loosely(value));
        var plain = JavaScript.Print(value.Number);
        var dot = plain.IndexOf('.', StringComparison.Ordinal);
        return Value.Of(Fixed(value.Number, dot < 0 ? 0 : plain.Length - dot - 1));
    }

    private static string Fixed(double number, int digits)
    {
        var text = Math.Abs(number).ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return number < 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? Minus + text : text;
    }

    /// <summary>Takes ISO 8601; a time without an offset is UTC, and the result is UTC.</summary>
    private static Value FormatDateTime(Value[] values)
    {
        if (!values[0].IsText || !DateTimeOffset.TryParse(values[0].Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return Value.Error("not a time");
        var format = values.Length > 1 && values[1].IsText && values[1].Text is { Length: > 0 } given ? given : Iso;
        if (!ReferenceEquals(format, Iso) && !IsKnown(format))
            return Value.Error("unknown format");
        return Value.Of(time.ToString(format.Length == 1 ? "%" + format : format, CultureInfo.InvariantCulture));
    }

    // Any other letter or quote means something else to the official package than to .NET.
    private static bool IsKnown(string format)
    {
        for (var at = 0; at < format.Length;)
        {
            var end = at;
            while (end < format.Length && format[end] == format[at])
                end++;
            if ((char.IsAsciiLetter(format[at]) && !DateRuns.Contains(format[at..end])) || format[at] is '\'' or '"' or '`' or '%' or '\\' or '[' or ']')
                return false;
            at = end;
        }

        return true;
    }
}
