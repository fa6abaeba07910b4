using System.Globalization;

namespace SalesBot.Files;

/// <summary>Names of files as other machines give them, made fit to be shown and saved anywhere.</summary>
internal static class FileName
{
    /// <summary>In characters.</summary>
    private const int Longest = 120;

    /// <summary>The last part of any path, without what cannot be seen or would mean something to a file system; never empty.</summary>
    public static string Clean(string name, FileType type)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(c => !IsHidden(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim(' ', '.');
        var known = Array.Find(type.Endings, e => plain.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var (stem, ending) = known is null ? (plain, type.Endings[0]) : (plain[..^known.Length].TrimEnd(' ', '.'), plain[^known.Length..]);
        stem = stem.Length > Longest ? stem[..(char.IsHighSurrogate(stem[Longest - 1]) ? Longest - 1 : Longest)] : stem;
        return (stem.Length == 0 ? "file" : stem) + ending;
    }

    /// <summary>Control characters, and those that turn what follows around or take no room.</summary>
    private static bool IsHidden(char c) => char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
