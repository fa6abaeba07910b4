using System.Text;
using System.Text.RegularExpressions;

namespace SalesBot.Contracts;

/// <summary>The number of an invoice as it is kept: capitals, digits and the signs between them, without the words around it.</summary>
internal static partial class InvoiceNumber
{
    private const int Shortest = 3;
    private const int Longest = 40;

    /// <summary>The first run of letters and digits that holds a digit; null where there is none, or where it is no length for a number (3 to 40).</summary>
    public static string? Of(string text) =>
        Run().Matches(text.Normalize(NormalizationForm.FormKC)).Select(run => run.Value.Trim('-', '/', '_').ToUpperInvariant()).FirstOrDefault(run => run.Any(char.IsAsciiDigit)) is { Length: >= Shortest and <= Longest } number ? number : null;

    [GeneratedRegex("[A-Za-z0-9]([A-Za-z0-9/_-])*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Run();
}
