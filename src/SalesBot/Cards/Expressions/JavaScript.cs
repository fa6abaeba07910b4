using System.Globalization;

namespace SalesBot.Cards.Expressions;

/// <summary>How ECMAScript reads and prints numbers (ECMA-262 Number::toString, parseInt, parseFloat, Math.round); the templating language shows all of it.</summary>
internal static class JavaScript
{
    public static string Print(double number)
    {
        if (number == 0)
            return "0";
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        if (Math.Abs(number) < 1e15 && double.IsInteger(number))
            return ((long)number).ToString(CultureInfo.InvariantCulture);

        // "E16" would round; "R" gives the shortest digits that read back, only their layout differs from ECMAScript's.
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var (mantissa, exponent) = shortest.IndexOf('E', StringComparison.Ordinal) is var e and >= 0
            ? (shortest[..e], int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : (shortest, 0);
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var point = (dot < 0 ? mantissa.Length : dot) + exponent;
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (number < 0 ? "-" : "") + Lay(digits.Trim('0'), point - leading);
    }

    /// <summary>NaN when the text does not begin with a whole number.</summary>
    public static double ParseInt(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var length = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var digits = length;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
            length++;
        return length == digits ? double.NaN : double.Parse(text[..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    /// <summary>NaN when the text does not begin with a number.</summary>
    public static double ParseFloat(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        for (var length = text.Length; length > 0; length--)
        {
            const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
            if ((char.IsAsciiDigit(text[length - 1]) || text[length - 1] == '.') && double.TryParse(text[..length], style, CultureInfo.InvariantCulture, out var number))
                return number;
        }

        return double.NaN;
    }

    /// <summary>Halves go up, also below zero.</summary>
    public static double Round(double number, double digits)
    {
        var scale = Math.Pow(10, digits);
        return RoundHalfUp(number * scale) / scale;
    }

    // Not Floor(x + 0.5): that sum rounds 0.49999999999999994 up.
    private static double RoundHalfUp(double number) => Math.Floor(number) is var below && number - below >= 0.5 ? below + 1 : below;

    private static string Lay(string digits, int point) => point switch
    {
        > 21 or <= -6 => $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(point > 0 ? "+" : "")}{(point - 1).ToString(CultureInfo.InvariantCulture)}",
        <= 0 => "0." + new string('0', -point) + digits,
        _ when point >= digits.Length => digits + new string('0', point - digits.Length),
        _ => $"{digits[..point]}.{digits[point..]}",
    };
}
