using SalesBot.Language.Learning;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>What stands right before a word for the kind of paper (“冷链报价”, "the LIMS quote") and is neither a word of the language nor of the record.</summary>
internal static class Described
{
    public static bool Otherwise(Clause clause, int kind, Trace found)
    {
        var text = clause.Message.Text.Text;
        var end = kind;
        while (end > clause.From && (text[end - 1] == ' ' || IsGlue(clause, end))) end--;
        var start = end;
        if (end > clause.From && Script.IsChinese(text[end - 1])) start = Math.Max(clause.From, end - 2);
        else while (start > clause.From && Script.IsLatin(text[start - 1])) start--;
        if (end - start < 2 || IsTaken(clause, start, end, found)) return false;
        return Script.IsChinese(text[start])
            ? !IntentModel.Standard.Knows(Gram.OfPair(text.AsSpan(start, 1), text.AsSpan(start + 1, 1)))
            : !IntentModel.Standard.Knows(Gram.OfWord(text.AsSpan(start, end - start)));
    }

    private static bool IsGlue(Clause clause, int end) => Script.IsChinese(clause.Message.Text[end - 1]) && PhraseBook.Standard.IsGlue(clause.Message.Text.Text[(end - 1)..end]);

    private static bool IsTaken(Clause clause, int start, int end, Trace found) =>
        Enumerable.Range(start, end - start).Any(at => found.Places.Contains(at)) || clause.Message.Hits.Any(hit => hit.Start < end && start < hit.End)
        || clause.Mentions.Any(mention => mention.Mark.Overlaps(start, end)) || clause.Values.Any(value => value.Mark.Overlaps(start, end));
}
