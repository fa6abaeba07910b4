using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “翔远的AGV”, “粤兴视觉”, "Cobalt vision": a customer and right after it what a deal of theirs is called beyond the customer's name. Together they
/// name the deal, so that nothing is read out of the words inside.
/// </summary>
internal static class DescribedDeals
{
    /// <summary>Characters by which people shorten a Chinese word.</summary>
    private const int Opening = 2;

    private const int LongestJoint = 3;

    private static readonly int OfWord = PhraseBook.Standard.KeyOf("[of_word]");

    public static IEnumerable<Mention> Find(EntityIndex index, string text, IReadOnlyList<Mention> names, Func<NamedRecord, bool> maySee)
    {
        foreach (var customer in names.Where(name => name.Kind == NamedKind.Customer && name.Strength >= NameStrength.Sound && name.Records.Count == 1))
        {
            if (names.Any(name => name.Kind == NamedKind.Deal && name.Mark.Overlaps(customer.Start, customer.End))) continue;
            var deals = index.Of(customer.Records[0].Key, NamedKind.Deal).Where(maySee).OrderBy(deal => deal.Key, StringComparer.Ordinal).ToList();
            var ends = deals.Select(deal => (Deal: deal, End: EndOf(text, customer.End, deal, customer.Records[0]))).Where(pair => pair.End > customer.End).ToList();
            if (ends.Count == 0) continue;
            var longest = ends.Max(pair => pair.End);
            var named = ends.Where(pair => pair.End == longest).Select(pair => pair.Deal).ToList();
            var open = named.FindAll(deal => deal.IsOpen);
            yield return new Mention(customer.Start, longest, NamedKind.Deal, NameStrength.Short, open.Count > 0 ? open : named);
        }
    }

    /// <summary>Where the words of the deal end that follow; <paramref name="from"/> when none do.</summary>
    private static int EndOf(string text, int from, NamedRecord deal, NamedRecord customer)
    {
        var at = from;
        var words = DealWords.Of(deal, customer).ToList();
        for (var found = true; found;)
        {
            found = false;
            for (var joint = 0; joint <= LongestJoint && at + joint < text.Length && !found; joint++)
            {
                if (!IsJoint(text.AsSpan(at, joint)) || words.SelectMany(OwnWords.InBothNumbers).Select(word => Follows(text, at + joint, word)).DefaultIfEmpty(0).Max() is not (> 0 and var end)) continue;
                (at, found) = (end, true);
            }
        }

        return at;
    }

    private static bool IsJoint(ReadOnlySpan<char> between) => between.IsWhiteSpace() || PhraseBook.Standard.Is(between.Trim().ToString(), OfWord);

    /// <summary>Where the word, or its beginning if that is no word of ours, ends; 0 when it does not stand here.</summary>
    private static int Follows(string text, int at, string word)
    {
        if (Stands(text, at, word)) return at + word.Length;
        if (word.Length <= Opening || !Script.IsChinese(word[0])) return 0;
        var opening = word[..Opening];
        return Stands(text, at, opening) && !PhraseBook.Standard.IsLiteral(opening) ? at + Opening : 0;
    }

    private static bool Stands(string text, int at, string word) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && Script.IsEdge(text, at) && Script.IsEdge(text, at + word.Length);
}
