using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesBot.Contracts;

/// <summary>In how many parts somebody wants a contract paid who says no more than that: "three instalments", “分四期”.</summary>
internal static partial class Instalments
{
    /// <summary>One to six, as they are written in Chinese, and the other two.</summary>
    private const string Chinese = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d", Pair = "\u4e24";

    private static readonly string[] English = ["one", "two", "three", "four", "five", "six"];

    /// <summary>From 2 to what a plan may have; null where no number of parts is said.</summary>
    public static int? Said(string? text)
    {
        if (Number().Match((text ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant()) is not { Success: true } said) return null;
        var word = said.Groups["number"].Value;
        var number = word == Pair ? 2 : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : Math.Max(Chinese.IndexOf(word, StringComparison.Ordinal), Array.IndexOf(English, word)) + 1;
        return number is >= 2 and <= PaymentPlan.Most ? number : null;
    }

    [GeneratedRegex(@"(?<number>[1-6]|one|two|three|four|five|six|[\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d]) ?(\u671f|\u7b14|\u6b21|\u6279|instal+ments?|parts|payments|stages)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
