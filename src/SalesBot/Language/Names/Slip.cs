using System.Buffers;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Names;

/// <summary>
/// Whether a name that differs by a letter or two is misspelt, or another company's. A slip leaves the first letters of words alone; a wrong
/// Chinese character of what only this company is called (华北泵业 for 华东泵业), a number or a side of the world makes another name, and so does a tail that is a trade of its own.
/// </summary>
internal static class Slip
{
    /// <summary>So many characters at the beginning are a Chinese company's own.</summary>
    private const int Brand = 2;

    private static readonly SearchValues<char> Counted = NameFiles.Characters("counted");

    public static bool IsOne(ReadOnlySpan<char> typed, ReadOnlySpan<char> name) => Script.IsChinese(name[0]) ? IsChineseSlip(typed, name) : HasItsInitials(typed, name);

    private static bool IsChineseSlip(ReadOnlySpan<char> typed, ReadOnlySpan<char> name)
    {
        var at = typed.CommonPrefixLength(name);
        if (at >= typed.Length || typed.Length != name.Length) return true;
        var swapped = at + 1 < typed.Length && typed[at] == name[at + 1] && typed[at + 1] == name[at];
        if (swapped || Pinyin.Sounds(typed[at].ToString()) == Pinyin.Sounds(name[at].ToString())) return true;
        return at >= Brand && !(Counted.Contains(typed[at]) && Counted.Contains(name[at])) && !Trades.Find(typed.ToString()).Any(word => word.Start <= at && at < word.End);
    }

    private static bool HasItsInitials(ReadOnlySpan<char> typed, ReadOnlySpan<char> name)
    {
        var (a, b) = (0, 0);
        while (true)
        {
            if (typed[a] != name[b]) return false;
            var (next, other) = (typed[a..].IndexOf(' '), name[b..].IndexOf(' '));
            if (next < 0 || other < 0) return true;
            (a, b) = (a + next + 1, b + other + 1);
            if (a >= typed.Length || b >= name.Length) return true;
        }
    }
}
