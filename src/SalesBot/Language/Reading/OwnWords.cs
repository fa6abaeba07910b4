using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Where a text takes up words of a title: a Latin word as a whole, with or without its plural; of Chinese two characters in a row or more.</summary>
internal static class OwnWords
{
    private const int Shortest = 2;

    /// <summary>Letters of a Latin word that may stand in the plural.</summary>
    private const int Countable = 4;

    /// <summary>The words of a title: runs of Chinese and of Latin letters, apart, without glue and bare numbers.</summary>
    public static IEnumerable<string> Of(string title)
    {
        var start = 0;
        for (var i = 0; i <= title.Length; i++)
        {
            var ends = i == title.Length || !char.IsLetterOrDigit(title[i]) || (i > start && Script.IsChinese(title[i]) != Script.IsChinese(title[i - 1]));
            if (!ends) continue;
            if (i - start >= Shortest && !PhraseBook.Standard.IsGlue(title[start..i]) && !char.IsDigit(title[start])) yield return title[start..i];
            start = i < title.Length && char.IsLetterOrDigit(title[i]) ? i : i + 1;
        }
    }

    /// <summary>Where they stand.</summary>
    /// <param name="stem">So many first letters make a Latin word the same (booked, booking); 0: only the word itself or its plural.</param>
    public static IEnumerable<Mark> Find(Clause clause, IEnumerable<string> words, int stem = 0)
    {
        foreach (var word in words.Distinct(StringComparer.Ordinal))
        {
            foreach (var place in Script.IsChinese(word[0]) ? Runs(clause, word) : Whole(clause, word, stem)) yield return place;
        }
    }

    /// <summary>The word, and in English its plural or singular: boiler, boilers.</summary>
    public static IEnumerable<string> InBothNumbers(string word)
    {
        yield return word;
        if (word.Length < Countable || !char.IsAsciiLetter(word[^1])) yield break;
        if (word[^1] != 's') yield return word + "s";
        else if (word[^2] != 's') yield return word[..^1];
    }

    private static IEnumerable<Mark> Whole(Clause clause, string word, int stem)
    {
        if (IsPaper(word)) yield break;
        var text = clause.Message.Text.Text;
        for (var i = clause.From; i < clause.To; i++)
        {
            var start = i;
            while (i < clause.To && Script.IsLatin(text[i])) i++;
            if (i > start && IsSame(text.AsSpan(start, i - start), word, stem)) yield return new Mark(start, i);
        }
    }

    private static bool IsSame(ReadOnlySpan<char> said, string word, int stem) =>
        said.SequenceEqual(word) || (said.Length > 3 && said[^1] == 's' && said[..^1].SequenceEqual(word)) || (word.Length > 3 && word[^1] == 's' && said.SequenceEqual(word.AsSpan(0, word.Length - 1)))
        || (stem > 0 && said.Length >= stem && word.Length >= stem && said.StartsWith(word.AsSpan(0, Math.Max(stem, word.Length - 1))));

    private static IEnumerable<Mark> Runs(Clause clause, string word)
    {
        var text = clause.Message.Text.Text;
        for (var i = clause.From; i + Shortest <= clause.To; i++)
        {
            if (!Script.IsChinese(text[i])) continue;
            var end = i + 1;
            while (end < clause.To && word.AsSpan().IndexOf(text.AsSpan(i, end - i + 1)) >= 0) end++;
            if (end - i < Shortest) continue;
            if (!IsPaper(text[i..end]) && !PhraseBook.Standard.IsGlue(text[i..end])) yield return new Mark(i, end);
            i = end - 1;
        }
    }

    private static bool IsPaper(string word) => PhraseBook.Standard.Is(word, Feature.Key("[paper]"));
}
