using SalesBot.Language.Learning;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>
/// "Witte... next step Monday", "podlas 50k more": a customer called by how the first word of the name begins, where that is no word of any
/// language we know. Several that begin so are all meant, and the bot asks; the only one is taken when half of its word was said.
/// </summary>
internal static class Beginnings
{
    private const int Shortest = 4;

    private const int Most = 5;

    private const char Whose = '的';

    public static List<Mention> Find(EntityIndex index, NormalText text, (IReadOnlyList<Mention> Mentions, IReadOnlyList<Value> Values, IReadOnlyList<LiteralHit> Words) found, Func<NamedRecord, bool> maySee)
    {
        var begun = new List<Mention>();
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
            if (at - start < Shortest || IsTaken(text, start, at, found)) continue;
            var records = Called(index, text.Text[start..at], maySee);
            if (records.Count is > 0 and <= Most) begun.Add(new Mention(start, at, NamedKind.Customer, NameStrength.Short, records));
        }

        return begun;
    }

    /// <summary>“幸福的金额”: several Chinese names that begin so; nothing for one alone, which may as well be another company.</summary>
    public static List<NamedRecord> Of(Clause clause, Mark name)
    {
        var word = clause.Message.Text.Text[name.Start..name.End].TrimEnd(Whose);
        if (word.Length < 2 || !Script.IsChinese(word[0])) return [];
        var begun = Called(clause.Index, word, clause.Message.MaySee);
        return begun.Count is > 1 and <= Most ? begun : [];
    }

    private static bool IsTaken(NormalText text, int start, int end, (IReadOnlyList<Mention> Mentions, IReadOnlyList<Value> Values, IReadOnlyList<LiteralHit> Words) found)
    {
        var word = text.Text[start..end];
        return !Script.IsEdge(text.Text, start) || !Script.IsEdge(text.Text, end) || PhraseBook.Standard.IsLiteral(word) || IntentModel.Standard.Knows(Gram.OfWord(word)) || LedNames.IsFirstName(word) || Trades.Find(word).Count > 0
            || found.Mentions.Any(mention => mention.Mark.Overlaps(start, end)) || found.Values.Any(value => value.Mark.Overlaps(start, end)) || found.Words.Any(hit => hit.Start <= start && end <= hit.End);
    }

    private static List<NamedRecord> Called(EntityIndex index, string word, Func<NamedRecord, bool> maySee)
    {
        var begin = index.Alike(word).Where(record => record.Kind == NamedKind.Customer && maySee(record)).Select(record => (Record: record, Length: FirstWord(record, word))).Where(pair => pair.Length > 0).ToList();
        return begin is [var (_, length)] && length > 2 * word.Length ? [] : begin.ConvertAll(pair => pair.Record);
    }

    /// <summary>Letters of the name's word that begins so; 0 when none does.</summary>
    private static int FirstWord(NamedRecord record, string word) => record.OtherNames.Prepend(record.Name).Select(name => NormalText.Of(name).Text.Split(' ')[0])
        .Where(first => first.Length > word.Length && first.StartsWith(word, StringComparison.Ordinal)).Select(first => first.Length).DefaultIfEmpty(0).Min();
}
