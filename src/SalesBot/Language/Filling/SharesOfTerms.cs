using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesBot.Language.Filling;

/// <summary>In which shares a price is paid, by words of payment: “3-4-3”, “三三四”, "30/60/10", "40% upfront".</summary>
internal static partial class SharesOfTerms
{
    /// <summary>Of each digit the character at its place.</summary>
    public static ReadOnlySpan<char> Digits => ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

    private const int Most = 6;
    private static readonly SpokenPatterns Words = new("SalesBot.Language.Filling.shares-words.txt");

    /// <summary>Percentages that make up the whole, in order; of a lone one the rest is the other. Null where the words give none.</summary>
    public static IReadOnlyList<decimal>? Of(string? terms)
    {
        if (terms is null) return null;
        if (Run(terms) is { } run) return run.Shares;
        var said = Percentage().Matches(terms).Select(match => decimal.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)).ToList();
        return said is [> 0 and < 100 and var one] ? [one, 100 - one] : said.Count is >= 2 and <= Most && said.Sum() == 100 && said.TrueForAll(share => share > 0) ? said : null;
    }

    /// <summary>The first run of numbers that make up ten or a hundred, and where it stands.</summary>
    public static (IReadOnlyList<decimal> Shares, int Start, int End)? Run(string text)
    {
        foreach (Match match in Words["shares"].Matches(text))
        {
            var parts = match.Value.Any(char.IsAsciiDigit) ? match.Value.Split('-', '/', ':', '\uFF1A', '\uFF0F').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture)).ToList() : [.. match.Value.Select(c => (decimal)Digits.IndexOf(c))];
            var whole = parts.Sum();
            if (parts.Count is >= 2 and <= Most && whole is 10 or 100 && parts.TrueForAll(part => part > 0)) return ([.. parts.Select(part => part * 100 / whole)], match.Index, match.Index + match.Length);
        }

        return null;
    }

    [GeneratedRegex("(?<n>[0-9]{1,3}(\\.[0-9]+)?) ?[%\uFF05]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Percentage();
}
