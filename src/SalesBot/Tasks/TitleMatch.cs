using SalesBot.Language.Phrases;

namespace SalesBot.Tasks;

/// <summary>How much of what was said stands in a title, and the other way round, from 0 to 1.</summary>
internal static class TitleMatch
{
    public const double Enough = 0.6;

    /// <summary>Both normalised.</summary>
    public static double Of(string title, string said)
    {
        var (own, words) = (Pieces(title), Pieces(said));
        if (own.Count == 0 || words.Count == 0) return 0;
        var same = words.Count(own.Contains);
        return ((double)same / words.Count * 0.9) + ((double)same / own.Count * 0.1);
    }

    /// <summary>Two Chinese characters in a row, Latin words and numbers without glue.</summary>
    private static HashSet<string> Pieces(string text)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (Script.IsChinese(text[i]))
            {
                if (i + 1 < text.Length && Script.IsChinese(text[i + 1])) pieces.Add(text.Substring(i, 2));
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]) && !Script.IsChinese(text[i])) i++;
            if (i == start) continue;
            var word = text[start..i--];
            if (!PhraseBook.Standard.IsGlue(word)) pieces.Add(word);
        }

        return pieces;
    }
}
