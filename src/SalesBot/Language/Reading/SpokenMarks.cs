using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>Signs that a dictation spelt out, between blanks: they part, and say nothing.</summary>
internal static class SpokenMarks
{
    private static readonly int Sign = PhraseBook.Standard.KeyOf("[spoken_mark]");

    public static NormalText Without(NormalText text)
    {
        foreach (var sign in PhraseBook.Standard.Find(text.Text).Where(hit => PhraseBook.Standard.Is(hit.Literal, Sign)).OrderByDescending(hit => hit.Start).ToList())
        {
            if (sign.Start > 0 && text[sign.Start - 1] == ' ' && (sign.End == text.Length || text[sign.End] == ' ')) text = text.Without(sign.Start - 1, sign.End);
        }

        return text;
    }
}
