using System.Text;

namespace SalesBot.Customers;

/// <summary>Names of companies as they are kept and as they are compared (FU-11, FU-12).</summary>
internal static class CompanyName
{
    /// <summary>Letters of a script that needs few of them, or of one that needs many, which two names must share from their beginning to be suspicious.</summary>
    private const int EnoughIdeographs = 4;
    private const int EnoughLetters = 7;

    /// <summary>Longest first, as one holds another; as they stand at the end of a Chinese name.</summary>
    private static readonly string[] Forms =
    [
        "\u80A1\u4EFD\u6709\u9650\u516C\u53F8", "\u6709\u9650\u8D23\u4EFB\u516C\u53F8", "\u80A1\u4EFD\u516C\u53F8", "\u6709\u9650\u516C\u53F8", "\u96C6\u56E2\u516C\u53F8", "\u96C6\u56E2", "\u80A1\u4EFD", "\u63A7\u80A1", "\u516C\u53F8",
    ];

    private static readonly HashSet<string> WesternForms = new(StringComparer.Ordinal)
    {
        "ltd", "limited", "llc", "inc", "incorporated", "corp", "corporation", "co", "company", "gmbh", "ag", "kg", "plc", "sa", "sas", "srl", "spa", "bv", "nv", "ab", "oy", "pty", "pte", "group", "holding", "holdings",
    };

    /// <summary>Letters, digits and blanks of full width become usual ones; one blank where there were several.</summary>
    public static string Tidy(string name)
    {
        var usual = string.Concat(name.Select(c => c is >= '\uFF10' and <= '\uFF19' or >= '\uFF21' and <= '\uFF3A' or >= '\uFF41' and <= '\uFF5A' ? (char)(c - 0xFEE0) : c));
        return string.Join(' ', usual.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Letters and digits only, small, of usual width.</summary>
    public static string Letters(string name) => new([.. name.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>The same without the legal form: “东岭阀门股份有限公司” and “东岭阀门集团” have one core, "Quarry Stone Ltd." and "QUARRY STONE GmbH" too.</summary>
    public static string Core(string name)
    {
        var words = new string([.. name.Normalize(NormalizationForm.FormKC).Where(c => c != '.').Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && WesternForms.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        var core = string.Concat(words);
        while (Array.Find(Forms, form => core.Length > form.Length + 1 && core.EndsWith(form, StringComparison.Ordinal)) is { } found)
        {
            core = core[..^found.Length];
        }

        return core;
    }

    /// <summary>Two names that are most likely of one company: one core, or one core begins the other and is long enough to mean something.</summary>
    public static bool AreAlike(string one, string other)
    {
        var (a, b) = (Core(one), Core(other));
        var (little, big) = a.Length <= b.Length ? (a, b) : (b, a);
        return a == b || (little.Length >= (little.Any(char.IsAscii) ? EnoughLetters : EnoughIdeographs) && big.StartsWith(little, StringComparison.Ordinal));
    }
}
