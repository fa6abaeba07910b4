using SalesBot.Language.Text;

namespace SalesBot.Tasks;

/// <summary>How much of what was said stands in a title, and the other way round, from 0 to 1.</summary>
internal static class TitleMatch
{
    public const double Enough = 0.6;

    /// <summary>Both normalised.</summary>
    public static double Of(string title, string said)
    {
        var (own, words) = (TextPieces.Of(title), TextPieces.Of(said));
        if (own.Count == 0 || words.Count == 0) return 0;
        var same = TextPieces.Common(words, own);
        return ((double)same / words.Count * 0.9) + ((double)same / own.Count * 0.1);
    }
}
