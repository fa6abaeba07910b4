using System.Globalization;
using System.Text;
using SalesBot.Language;

namespace SalesBot.Contracts;

/// <summary>In how many parts somebody wants a contract paid who says no more than that: "three instalments", “分四期”.</summary>
internal static class Instalments
{
    private static readonly SpokenPatterns Words = new("SalesBot.Contracts.instalment-words.txt");
    private static readonly char[] Chinese = ['一', '二', '三', '四', '五', '六'];
    private static readonly string[] English = ["one", "two", "three", "four", "five", "six"];

    /// <summary>From 2 to what a plan may have; null where no number of parts is said.</summary>
    public static int? Said(string? text)
    {
        if (Words["parts"].Match((text ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant()) is not { Success: true } said) return null;
        var word = said.Groups["number"].Value;
        var number = word is ['两'] ? 2 : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : Math.Max(Array.IndexOf(Chinese, word[0]), Array.IndexOf(English, word)) + 1;
        return number is >= 2 and <= PaymentPlan.Most ? number : null;
    }
}
