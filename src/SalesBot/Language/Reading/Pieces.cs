using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Where only the beginning or the end of what a deal is called in Chinese is said: “视觉” of 视觉质检, “冰箱” of 检验科冰箱. A word of ours is none.</summary>
internal static class Pieces
{
    private const int Shortest = 2;

    public static IEnumerable<Mark> Of(Clause clause, NamedRecord deal, NamedRecord? customer)
    {
        foreach (var word in DealWords.Of(deal, customer ?? clause.Index.Get(deal.Customer)).Where(word => word.Length > Shortest && Script.IsChinese(word[0])))
        {
            if (Longest(clause, word, fromEnd: false) is { End: > 0 } opening) yield return opening;
            if (Longest(clause, word, fromEnd: true) is { End: > 0 } ending) yield return ending;
        }
    }

    /// <summary>As much of the word as stands there.</summary>
    private static Mark Longest(Clause clause, string word, bool fromEnd)
    {
        var text = clause.Message.Text.Text;
        for (var length = word.Length; length >= Shortest; length--)
        {
            var piece = fromEnd ? word[^length..] : word[..length];
            var at = text.IndexOf(piece, clause.From, clause.To - clause.From, StringComparison.Ordinal);
            if (at >= 0 && !PhraseBook.Standard.IsLiteral(piece) && !Narrowing.InName(clause, at, at + length) && !clause.Message.Hits.Any(hit => hit.End - hit.Start > 1 && hit.Start < at + length && at < hit.End)) return new Mark(at, at + length);
        }

        return default;
    }
}
