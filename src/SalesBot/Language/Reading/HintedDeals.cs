using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// Deals that are called by nothing but their own part of the name: the speaker's, those of a colleague whose they are said to be ("Dan's boiler
/// deal"), those just listed; else anybody's whose words stand right before a word for a deal ("the glasshouse heat deal").
/// </summary>
internal static class HintedDeals
{
    /// <summary>Letters before the word for a deal that may call it.</summary>
    private const int Longest = 40;

    /// <summary>Characters that are hardly said of anything else.</summary>
    private const int WholeWord = 3;

    public static List<NamedRecord> Of(Clause clause)
    {
        var said = new LetterPairs(clause.Span);
        var near = Owners(clause).SelectMany(owner => clause.Index.Of(owner, NamedKind.Deal, said))
            .Concat(clause.Focus.List.Select(clause.Index.Get).OfType<NamedRecord>().Where(record => record.Kind == NamedKind.Deal && said.MeetIn(record.Name)));
        var own = Open(clause, near).ToList();
        var described = Narrowing.BestDescribed(clause, own.Concat(Anybodys(clause)).DistinctBy(deal => deal.Key, StringComparer.Ordinal), null);
        if (described.Count > 0) return described.FindAll(own.Contains) is { Count: > 0 } mine ? mine : described;
        return Narrowing.BestOf(own, deal => Pieces.Of(clause, deal, null).Where(piece => IsDeal(clause, piece.End)));
    }

    /// <summary>The colleagues whose things are spoken of, else the speaker.</summary>
    public static IReadOnlyList<string?> Owners(Clause clause)
    {
        var text = clause.Message.Text.Text;
        var others = clause.Named(NamedKind.Person, NameStrength.Short).Where(person => person.Records.Count == 1 && IsWhose(text, person.End)).Select(person => (string?)person.Records[0].Key).ToList();
        return others.Count > 0 ? others : [clause.Message.Person];
    }

    private static bool IsWhose(string text, int end) => end < text.Length && (text[end] == '的' || text.AsSpan(end).StartsWith("'s "));

    /// <summary>A word for a deal follows: “冰箱那单”, “机组的单子”.</summary>
    private static bool IsDeal(Clause clause, int end) => clause.Words("one_word").Any(word => word.Start == end || (word.Start == end + 1 && clause.Message.Text[end] == '的'));

    /// <summary>At least two words of the deal's own part, right before a word for a deal or right after "the".</summary>
    private static List<NamedRecord> Anybodys(Clause clause)
    {
        // Whoever has deals means those, unless the word for one is said.
        if (clause.Words("one_word").Count == 0 && clause.Index.Of(clause.Message.Person, NamedKind.Deal).Count > 0) return [];
        if (Script.HasChinese(clause.Span)) return Whole(clause);
        foreach (var phrase in Phrases(clause))
        {
            var alike = Open(clause, clause.Index.Alike(clause.Message.Text.Text[phrase.Start..phrase.End]).Where(record => record.Kind == NamedKind.Deal));
            var called = Narrowing.BestDescribed(clause, alike.Where(deal => IsCalled(clause, deal, phrase)), null);
            if (called.Count > 0) return called;
        }

        return [];
    }

    /// <summary>In Chinese, all of what is a deal's own: “排酸库到哪一步了”.</summary>
    private static List<NamedRecord> Whole(Clause clause)
    {
        if (clause.To - clause.From > Longest) return [];
        var alike = Open(clause, clause.Index.Alike(clause.Span.ToString()).Where(record => record.Kind == NamedKind.Deal));
        return Narrowing.BestOf(alike, deal => Narrowing.Described(clause, deal, null).Where(word => word.End - word.Start >= WholeWord && Script.IsChinese(clause.Message.Text[word.Start])));
    }

    private static bool IsCalled(Clause clause, NamedRecord deal, Mark phrase)
    {
        var words = Narrowing.Described(clause, deal, null).Where(mark => mark.Start >= phrase.Start && mark.End <= phrase.End).ToList();
        return words.Exists(mark => mark.Start == phrase.Start || mark.End == phrase.End) && words.Select(mark => mark.Start).Distinct().Count() > 1;
    }

    private static IEnumerable<Mark> Phrases(Clause clause)
    {
        var text = clause.Message.Text.Text;
        foreach (var word in clause.Words("one_word").Where(word => Script.IsLatin(text[word.Start])))
        {
            var end = clause.From + text.AsSpan(clause.From, word.Start - clause.From).TrimEnd().Length;
            var start = clause.From + Math.Max(0, text.AsSpan(clause.From, end - clause.From).LastIndexOf(" the ") + 5);
            if (end - start is > 4 and <= Longest) yield return new Mark(start, end);
        }

        for (var at = text.IndexOf("the ", clause.From, clause.To - clause.From, StringComparison.Ordinal); at >= 0; at = text.IndexOf("the ", at + 4, clause.To - at - 4, StringComparison.Ordinal))
        {
            if (Script.IsEdge(text, at)) yield return new Mark(at + 4, Math.Min(clause.To, at + 4 + Longest));
        }
    }

    private static IEnumerable<NamedRecord> Open(Clause clause, IEnumerable<NamedRecord> deals) =>
        deals.DistinctBy(deal => deal.Key, StringComparer.Ordinal).Where(deal => deal.IsOpen && clause.Message.MaySee(deal));
}
