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

    public static List<NamedRecord> Of(Clause clause)
    {
        var said = new LetterPairs(clause.Span);
        var near = Owners(clause).SelectMany(owner => clause.Index.Of(owner, NamedKind.Deal, said))
            .Concat(clause.Focus.List.Select(clause.Index.Get).OfType<NamedRecord>().Where(record => record.Kind == NamedKind.Deal && said.MeetIn(record.Name)));
        var described = Narrowing.BestDescribed(clause, Open(clause, near), null);
        return described.Count > 0 ? described : Anybodys(clause);
    }

    /// <summary>The colleagues whose things are spoken of, else the speaker.</summary>
    public static IReadOnlyList<string?> Owners(Clause clause)
    {
        var text = clause.Message.Text.Text;
        var others = clause.Named(NamedKind.Person, NameStrength.Short).Where(person => person.Records.Count == 1 && IsWhose(text, person.End)).Select(person => (string?)person.Records[0].Key).ToList();
        return others.Count > 0 ? others : [clause.Message.Person];
    }

    private static bool IsWhose(string text, int end) => end < text.Length && (text[end] == '\u7684' || text.AsSpan(end).StartsWith("'s "));

    /// <summary>At least two words of the deal's own part, or one long one in Chinese, and nothing else of such a name before the word for a deal.</summary>
    private static List<NamedRecord> Anybodys(Clause clause)
    {
        var text = clause.Message.Text.Text;
        foreach (var word in clause.Words("one_word").Where(word => Script.IsLatin(text[word.Start])))
        {
            var phrase = text[Math.Max(clause.From, word.Start - Longest)..word.Start].TrimEnd();
            if (phrase.Length < 4) continue;
            var end = clause.From + text.AsSpan(clause.From, word.Start - clause.From).TrimEnd().Length;
            var alike = Open(clause, clause.Index.Alike(LastWords(phrase)).Where(record => record.Kind == NamedKind.Deal));
            var called = Narrowing.BestDescribed(clause, alike, null).FindAll(deal => Narrowing.Described(clause, deal, null).ToList() is var marks && marks.Exists(mark => mark.End == end) && marks.Select(mark => mark.Start).Distinct().Count() > 1);
            if (called.Count > 0) return called;
        }

        return [];
    }

    /// <summary>What stands before a word for a deal after the last "the" or "on".</summary>
    private static string LastWords(string phrase)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = Array.FindLastIndex(words, PhraseBook.Standard.IsGlue) + 1;
        return string.Join(' ', words[from..]);
    }

    private static IEnumerable<NamedRecord> Open(Clause clause, IEnumerable<NamedRecord> deals) =>
        deals.DistinctBy(deal => deal.Key, StringComparer.Ordinal).Where(deal => deal.IsOpen && clause.Message.MaySee(deal));
}
