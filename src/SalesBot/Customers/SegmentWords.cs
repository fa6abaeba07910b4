using SalesBot.Language.Text;

namespace SalesBot.Customers;

/// <summary>What people call grades, layers, stages of life, roles in a purchase, kinds of tickets: <c>segment-words.txt</c>, lines <c>SORT:VALUE = word|word</c>.</summary>
internal static class SegmentWords
{
    private static readonly (string Sort, string Value, string[] Words)[] All = Load();

    /// <summary>The value of a sort that the text names, by its longest word that stands in it; null for none.</summary>
    public static string? Find(string sort, string text)
    {
        var said = NormalText.Of(text).Text.ToLowerInvariant();
        return All.Where(entry => entry.Sort == sort).SelectMany(entry => entry.Words.Where(word => Holds(said, word)).Select(word => (entry.Value, word.Length)))
            .OrderByDescending(found => found.Length).Select(found => found.Value).FirstOrDefault();
    }

    /// <summary>Whether the text is a word of the sort and nothing else.</summary>
    public static bool Is(string sort, string text) => Array.Exists(All, entry => entry.Sort == sort && entry.Words.Contains(text.ToLowerInvariant(), StringComparer.Ordinal));

    /// <summary>The grade that a text names: alone, or with a word like "grade" or 类.</summary>
    public static string? Grade(string text) => text.Trim().ToUpperInvariant() is "A" or "B" or "C" ? text.Trim().ToUpperInvariant() : Find("grade", text);

    /// <summary>Words in Latin letters stand alone, others anywhere.</summary>
    private static bool Holds(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if (!(char.IsAsciiLetter(word[0]) && at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) && !(char.IsAsciiLetter(word[^1]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static (string, string, string[])[] Load()
    {
        using var stream = typeof(SegmentWords).Assembly.GetManifestResourceStream("SalesBot.Customers.segment-words.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .Select(line => line.Split(" = ", 2)).Select(parts => (parts[0].Split(':')[0], parts[0].Split(':')[1], parts[1].Split('|', StringSplitOptions.TrimEntries)))];
    }
}
