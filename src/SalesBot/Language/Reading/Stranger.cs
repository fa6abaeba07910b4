using SalesBot.Language.Filling;
using SalesBot.Language.Learning;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// A name where a customer or deal is due that is none the speaker has: of somebody else, or of nobody. Then what was spoken of before is not meant,
/// and the bot says that it does not know the name. Names of nobody are guessed: words that no phrase and no example has.
/// </summary>
internal static class Stranger
{
    private const int Shortest = 3;
    private const int Longest = 8;

    private static readonly IReadOnlyList<string> Places = NameFiles.WordsOf("places"), Trades = Names.Trades.Chinese;

    public static Mark? Find(Clause clause) => Capitalised(clause) ?? Opening(clause);

    /// <summary>“move Kestrel to negotiation”: a capital letter on a word that is none.</summary>
    private static Mark? Capitalised(Clause clause)
    {
        var text = clause.Message.Text.Text;
        for (var i = clause.From; i < clause.To; i++)
        {
            var start = i;
            while (i < clause.To && Script.IsLatin(text[i])) i++;
            var typed = clause.Message.AsTyped(start, i);
            if (i - start < Shortest || !char.IsUpper(typed[0]) || typed.All(char.IsUpper) || IsTaken(clause, start, i) || IsElsewhere(clause, start)) continue;
            var end = WithPlace(text, WithNext(clause, i));
            var isWord = end == i && clause.Marks.IsStart(start) && IntentModel.Standard.Knows(Gram.OfWord(text.AsSpan(start, i - start)));
            if (!isWord && !PhraseBook.Standard.IsLiteral(text[start..i])) return new Mark(start, end);
        }

        return null;
    }

    /// <summary>"Casa [Verde]": words with a capital that follow and are none of ours.</summary>
    private static int WithNext(Clause clause, int end)
    {
        var text = clause.Message.Text.Text;
        for (var next = end + 1; next < clause.To && text[end] == ' ' && Script.IsLatin(text[next]) && char.IsUpper(clause.Message.AsTyped(next, next + 1)[0]); next = end + 1)
        {
            var stop = next;
            while (stop < clause.To && Script.IsLatin(text[stop])) stop++;
            if (IsTaken(clause, next, stop) || PhraseBook.Standard.IsLiteral(text[next..stop])) break;
            end = stop;
        }

        return end;
    }

    /// <summary>“Siemens中国”.</summary>
    private static int WithPlace(string text, int at) => at + Places.Concat(Trades).Where(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0).Select(word => word.Length).DefaultIfEmpty(0).Max();

    /// <summary>“lost it to Siemens”: after such a word stands a competitor, a place, a colleague, not the deal.</summary>
    private static bool IsElsewhere(Clause clause, int start)
    {
        var before = clause.Message.Text.Slice(clause.From, start).TrimEnd();
        if (before.EndsWith(" the", StringComparison.Ordinal)) before = before[..^4].TrimEnd();
        var end = clause.From + before.Length;
        return clause.Words("beside_name").Any(word => word.End == end) || (before.EndsWith(":", StringComparison.Ordinal) && clause.Words("next_word").Any(word => word.End < end));
    }

    /// <summary>“鼎盛科技那单丢了”: characters at the very beginning, before the first known word, that are hardly ever seen side by side.</summary>
    private static Mark? Opening(Clause clause)
    {
        var text = clause.Message.Text.Text;
        if (clause.Breaths is not [var first, ..]) return null;
        var (start, _) = FreeText.Trim(clause, first.Start, first.End);
        var end = start;
        while (end < first.End && Script.IsChinese(text[end]) && !IsTaken(clause, end, end + 1)) end++;
        if (end - start is < 2 or > Longest || end == first.End) return null;
        var unseen = Enumerable.Range(start, end - start - 1).Count(i => !IntentModel.Standard.Knows(Gram.OfPair(text.AsSpan(i, 1), text.AsSpan(i + 1, 1))));
        return unseen * 2 >= end - start - 1 && unseen > 0 ? new Mark(start, end) : null;
    }

    private static bool IsTaken(Clause clause, int start, int end) =>
        clause.Message.Hits.Any(hit => hit.Start < end && start < hit.End && hit.End - hit.Start > 1)
        || clause.Mentions.Any(mention => mention.Mark.Overlaps(start, end)) || clause.Values.Any(value => value.Mark.Overlaps(start, end));
}
