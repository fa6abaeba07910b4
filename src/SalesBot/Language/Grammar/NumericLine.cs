using System.Globalization;
using SalesBot.Language.Numbers;

namespace SalesBot.Language.Grammar;

/// <summary>Reads <c>numeric day 1..31 1..2 digits,chinese,english</c>.</summary>
internal static class NumericLine
{
    public static NumericClass Parse(string[] parts)
    {
        var (values, digits) = (parts[2].Split(".."), parts[3].Split(".."));
        var kinds = parts[4].Split(',').Select(name => Enum.Parse<NumKind>(name, ignoreCase: true)).Aggregate((a, b) => a | b);
        return new NumericClass(parts[1], Number(values[0]), Number(values[1]), (int)Number(digits[0]), (int)Number(digits[1]), kinds);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
