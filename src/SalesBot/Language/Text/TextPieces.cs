using SalesBot.Language.Phrases;

namespace SalesBot.Language.Text;

/// <summary>A text as the pieces by which two texts are compared: two Chinese characters in a row, Latin words and numbers without glue. Texts are normalised.</summary>
internal static class TextPieces
{
    /// <summary>Latin words are the same by their first letters: gateway, gateways; book, booked, booking.</summary>
    public const int Stem = 4;

    public static IReadOnlySet<string> Of(string text)
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

    /// <summary>How many of the pieces the others have.</summary>
    public static int Common(IReadOnlySet<string> pieces, IReadOnlySet<string> others) =>
        pieces.Count(piece => others.Contains(piece) || (IsLong(piece) && others.Any(other => IsLong(other) && (other.StartsWith(piece, StringComparison.Ordinal) || piece.StartsWith(other, StringComparison.Ordinal)))));

    private static bool IsLong(string piece) => piece.Length >= Stem && char.IsAsciiLetter(piece[0]);
}
