using System.Text;
using SalesBot.Language.Names;
using SalesBot.Language.Text;

namespace SalesBot.Customers;

/// <summary>Names of companies as they are kept and as they are compared (FU-11, FU-12).</summary>
internal static class CompanyName
{
    /// <summary>Letters of a script that needs few of them, or of one that needs many, which two names must share from their beginning to be suspicious.</summary>
    private const int EnoughIdeographs = 4;
    private const int EnoughLetters = 7;

    /// <summary>Letters, digits and blanks of full width become usual ones; one blank where there were several.</summary>
    public static string Tidy(string name)
    {
        var usual = string.Concat(name.Select(c => c is >= '\uFF10' and <= '\uFF19' or >= '\uFF21' and <= '\uFF3A' or >= '\uFF41' and <= '\uFF5A' ? (char)(c - 0xFEE0) : c));
        return string.Join(' ', usual.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Letters and digits only, small, of usual width.</summary>
    public static string Letters(string name) => new([.. name.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>The same without the legal form: “东岭阀门股份有限公司” and “东岭阀门集团” have one core, "Quarry Stone Ltd." and "QUARRY STONE GmbH" too.</summary>
    public static string Core(string name) => Letters(CompanyForms.WithoutForm(NormalText.Of(name).Text.Replace(".", "", StringComparison.Ordinal)));

    /// <summary>Two names that are most likely of one company: one core, or one core begins the other and is long enough to mean something.</summary>
    public static bool AreAlike(string one, string other)
    {
        var (a, b) = (Core(one), Core(other));
        var (little, big) = a.Length <= b.Length ? (a, b) : (b, a);
        return a == b || (little.Length >= (little.Any(char.IsAscii) ? EnoughLetters : EnoughIdeographs) && big.StartsWith(little, StringComparison.Ordinal));
    }
}
