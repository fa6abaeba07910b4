using System.Globalization;

namespace SalesBot.Language.Numbers;

/// <summary>
/// Numbers in digits: 1,234.5, 1.234,5, 1'234.5, 12,34,567, 1 234 567,8, 12e-1, 2^10, .5. Whether "1.234" is a thousand is decided for the point as
/// decimal; a comma is decimal only beside a unit (3,5 %, 1,2m).
/// </summary>
internal static class DigitNumbers
{
    /// <summary>A plain run of digits; null when the position is in the middle of one.</summary>
    public static Num? Run(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !char.IsAsciiDigit(text[at]) || (at > 0 && char.IsAsciiDigit(text[at - 1]))) return null;
        var end = EndOfDigits(text, at);
        return new Num(Parse(text[at..end]), end, NumKind.Digits, end - at);
    }

    /// <summary>The longest number in digits at the position, unsigned.</summary>
    public static Num? Read(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] == '.') return Fractional(text, at, at);
        if (Run(text, at) is not { } run) return null;
        var grouped = Grouped(text, at, run.End, ',', '.') ?? Grouped(text, at, run.End, '.', ',') ?? Grouped(text, at, run.End, '\'', '.') ?? Grouped(text, at, run.End, ' ', '.');
        if (grouped is { } found) return found.Is(NumKind.Decimal) ? found : DecimalComma(text, at, found) ?? found;
        return Fractional(text, at, run.End) ?? DecimalComma(text, at, run) ?? Exponent(text, run);
    }

    private static Num? Fractional(ReadOnlySpan<char> text, int at, int point)
    {
        if (point + 1 >= text.Length || text[point] != '.' || !char.IsAsciiDigit(text[point + 1])) return null;
        var end = EndOfDigits(text, point + 1);

        // 192.168.1.2 is four numbers, not a decimal.
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1])) return null;
        return Exponent(text, new Num(Parse(text[at..end]), end, NumKind.Decimal));
    }

    private static Num Exponent(ReadOnlySpan<char> text, Num number)
    {
        var at = number.End;
        if (at + 1 >= text.Length || text[at] is not ('e' or '^')) return number;
        var digits = text[at + 1] is '-' or '+' ? at + 2 : at + 1;
        var end = EndOfDigits(text, digits);
        if (end == digits || end - digits > 3 || (end < text.Length && char.IsAsciiLetter(text[end]))) return number;
        var power = Parse(text[(at + 1)..end]);
        return new Num(text[at] == 'e' ? number.Value * Math.Pow(10, power) : Math.Pow(number.Value, power), end, NumKind.Decimal);
    }

    // Between digits a comma parts list items, too: only a unit beside them tells.
    private static Num? DecimalComma(ReadOnlySpan<char> text, int at, Num whole)
    {
        if (whole.Digits > 3 || whole.End >= text.Length || text[whole.End] != ',') return null;
        var last = EndOfDigits(text, whole.End + 1);
        var places = last - whole.End - 1;
        var unit = last < text.Length && text[last] == ' ' ? last + 1 : last;
        if (places is not (1 or 2) || !(FollowsEuro(text, at) || (unit < text.Length && (text[unit] is '%' or '\u20AC' || IsSize(text, unit))))) return null;
        return new Num(whole.Value + (Parse(text[(whole.End + 1)..last]) / Math.Pow(10, places)), last, NumKind.Decimal);
    }

    private static bool FollowsEuro(ReadOnlySpan<char> text, int at) => text[..at].TrimEnd(' ') is [.., '\u20AC'];

    private static bool IsSize(ReadOnlySpan<char> text, int at)
    {
        var word = Sizes.Letters(text, at);
        return word.Length > 0 && (NumberWords.English("en-scale", word, out _) || word is "eur" or "euro");
    }

    /// <summary>Groups of three (or of two, as in India, before a last one of three), then perhaps a fraction.</summary>
    private static Num? Grouped(ReadOnlySpan<char> text, int at, int end, char separator, char point)
    {
        if (end - at > 3) return null;
        var start = end;
        var lastGroup = 0;
        while (end < text.Length && text[end] == separator && end - at <= 40)
        {
            var next = EndOfDigits(text, end + 1);
            var size = next - end - 1;
            if (size is not (2 or 3) || (size == 2 && separator != ',')) break;
            (lastGroup, end) = (size, next);
        }

        if (end == start || lastGroup != 3 || (separator == ' ' && Parts(text, at, end))) return null;
        if (separator == '.' && (end >= text.Length || text[end] != ',') && end - start < 8) return null;
        return Finish(text, at, end, point);
    }

    /// <summary>“付款5-4-1 180万” ends a list, then names a sum; nobody who counts in 万 groups by threes.</summary>
    private static bool Parts(ReadOnlySpan<char> text, int at, int end) =>
        (at > 1 && text[at - 1] is '-' or ':' or '/' && char.IsAsciiDigit(text[at - 2])) || (end < text.Length && text[end] is '万' or '萬' or '亿' or '億');

    private static Num? Finish(ReadOnlySpan<char> text, int at, int end, char point)
    {
        Span<char> digits = stackalloc char[64];
        if (end - at > 40) return null;
        var length = 0;
        foreach (var c in text[at..end])
        {
            if (char.IsAsciiDigit(c)) digits[length++] = c;
        }

        var kind = NumKind.Digits;
        if (end + 1 < text.Length && text[end] == point && char.IsAsciiDigit(text[end + 1]))
        {
            var last = Math.Min(EndOfDigits(text, end + 1), end + 20);
            digits[length++] = '.';
            text[(end + 1)..last].CopyTo(digits[length..]);
            length += last - end - 1;
            (end, kind) = (last, NumKind.Decimal);
        }

        return new Num(Parse(digits[..length]), end, kind);
    }

    private static int EndOfDigits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    private static double Parse(ReadOnlySpan<char> digits) => double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
}
