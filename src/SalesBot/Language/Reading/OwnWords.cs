using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Where a text takes up words of a title: a Latin word as a whole, with or without its plural; of Chinese two characters in a row or more.</summary>
internal static class OwnWords
{
    private const int Shortest = 2;

    public static IEnumerable<Mark> Find(Clause clause, IEnumerable<string> words)
    {
        foreach (var word in words.Distinct(StringComparer.Ordinal))
        {
            foreach (var place in Script.IsChinese(word[0]) ? Runs(clause, word) : Whole(clause, word)) yield return place;
        }
    }

    private static IEnumerable<Mark> Whole(Clause clause, string word)
    {
        if (word.Length < Shortest || IsKind(word)) yield break;
        var text = clause.Message.Text.Text;
        for (var i = clause.From; i < clause.To; i++)
        {
            var start = i;
            while (i < clause.To && Script.IsLatin(text[i])) i++;
            if (i > start && IsSame(text.AsSpan(start, i - start), word)) yield return new Mark(start, i);
        }
    }

    /// <summary>One is the other or its plural.</summary>
    private static bool IsSame(ReadOnlySpan<char> said, string word) =>
        said.SequenceEqual(word) || (said.Length > 3 && said[^1] == 's' && said[..^1].SequenceEqual(word)) || (word.Length > 3 && word[^1] == 's' && said.SequenceEqual(word.AsSpan(0, word.Length - 1)));

    private static IEnumerable<Mark> Runs(Clause clause, string word)
    {
        var text = clause.Message.Text.Text;
        for (var i = clause.From; i + Shortest <= clause.To; i++)
        {
            if (!Script.IsChinese(text[i])) continue;
            var end = i + 1;
            while (end < clause.To && word.AsSpan().IndexOf(text.AsSpan(i, end - i + 1)) >= 0) end++;
            if (end - i < Shortest) continue;
            if (!IsKind(text[i..end]) && !PhraseBook.Standard.IsGlue(text[i..end])) yield return new Mark(i, end);
            i = end - 1;
        }
    }

    private static bool IsKind(string word) => PhraseBook.Standard.IsOf(word, Feature.Key("[kind]"));
}
