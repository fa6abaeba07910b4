using System.Text;
using System.Text.RegularExpressions;

namespace SalesBot.Customers;

/// <summary>
/// A taxpayer number as it is kept: capitals and digits only. In China 15, 18 or 20 of them; elsewhere the two letters of a VAT id and 4 to 13 more, or the
/// nine digits of an EIN.
/// </summary>
internal static partial class TaxId
{
    /// <summary>The number in these words; null where nothing in them is one.</summary>
    public static string? Of(string text)
    {
        var tight = Words(text);
        return Array.Find([tight, .. Run().Matches(Tidy(text)).Select(run => Words(run.Value))], IsOne);
    }

    private static bool IsOne(string id) => (id.Length is 15 or 18 or 20 && id.Count(char.IsAsciiDigit) >= id.Length / 2) || Vat().IsMatch(id) || Ein().IsMatch(id);

    private static string Words(string text) => new([.. Tidy(text).Where(char.IsAsciiLetterOrDigit)]);

    private static string Tidy(string text) => text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    [GeneratedRegex("[0-9A-Z]([0-9A-Z -])*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Run();

    [GeneratedRegex("^[A-Z][A-Z][0-9A-Z]?[0-9][0-9A-Z]{2,11}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Vat();

    [GeneratedRegex("^[0-9]{9}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Ein();
}
