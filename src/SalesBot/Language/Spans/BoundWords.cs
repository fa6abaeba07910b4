using SalesBot.Language.Lexicon;

namespace SalesBot.Language.Spans;

/// <summary>Finds the word beside a date or time that makes it a bound: 五月之前, "by Friday" (<c>Lexicon/bounds.txt</c>).</summary>
internal static class BoundWords
{
    private static readonly List<(bool Before, string Word, Bound Bound)> Words = Load();

    public static Bound Around(ReadOnlySpan<char> text, Found found)
    {
        var after = text[found.End..].TrimStart(' ');
        var before = text[..found.Start].TrimEnd(' ');
        // May is a month only by the word before it, which is then part of what was found.
        var own = text[found.Start..found.End];
        if (own.IndexOf(' ') is > 0 and var blank && (own.LastIndexOf(' ') == blank || (found.Type == FoundType.Date && own[blank..].Contains("may", StringComparison.Ordinal)))) before = text[..(found.Start + blank)];
        foreach (var (isPrefix, word, bound) in Words)
        {
            if (isPrefix ? EndsWith(before, word) : StartsWith(after, word)) return bound;
        }

        return Bound.None;
    }

    private static bool EndsWith(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.Ordinal) && (!char.IsAsciiLetter(word[0]) || text.Length == word.Length || !char.IsAsciiLetter(text[^(word.Length + 1)]));

    private static bool StartsWith(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) && (!char.IsAsciiLetter(word[^1]) || text.Length == word.Length || !char.IsAsciiLetter(text[word.Length]));

    // Longest first, so that "no later than" is not read as "later than".
    private static List<(bool Before, string Word, Bound Bound)> Load() =>
        [.. from line in LexiconFile.Lines("bounds.txt")
            let head = line.Split('=')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            from word in line.Split('=')[1].Split(',', StringSplitOptions.TrimEntries)
            orderby word.Length descending
            select (string.Equals(head[0], "prefix", StringComparison.Ordinal), word, Enum.Parse<Bound>(head[1]))];
}
