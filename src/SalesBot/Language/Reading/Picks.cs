using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>Which of the records just offered a few words mean: “做汽配的那家”, “视觉的”, "the smart one", “另外一家”.</summary>
internal static class Picks
{
    /// <summary>Characters: who says more than this speaks of something else.</summary>
    private const int Longest = 24;

    /// <summary>合同 in the title of one of them tells it from none: they are all contracts.</summary>
    private static readonly int Paper = Feature.Key("[paper]");

    public static NamedRecord? Find(Clause clause)
    {
        var offered = clause.Focus.Choices.Select(clause.Index.Get).OfType<NamedRecord>().ToList();
        if (offered.Count < 2 || clause.To - clause.From > Longest || clause.Has(Feature.Question) || clause.Words("ordinal").Count > 0) return null;
        // “Sapporo丢了？还没”, "lost? not yet" asks and answers itself.
        if (clause.Words("not_done").Count > 0 || clause.Span.Contains('?')) return null;
        // What somebody else said, and a day, tell of something.
        if (clause.Has(Feature.Said) || clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any()) return null;
        // All of another one's name is no few words for one of these.
        if (clause.Named(NamedKind.Deal, NameStrength.Full).Any(mention => !mention.Records.Any(record => clause.Focus.Choices.Contains(record.Key, StringComparer.Ordinal)))) return null;
        if (offered[0].Kind == NamedKind.Approval && clause.Claims.Any(claim => claim.Kind == ClaimKind.Name && !offered.Any(claim.Fits))) return null;
        var sameCustomer = offered.TrueForAll(record => record.Customer is not null && record.Customer == offered[0].Customer);
        // The name that all of them share, and nothing else, tells none from another.
        if (sameCustomer && Answers.Covers(clause, clause.From, clause.To, [.. clause.Named(NamedKind.Customer, NameStrength.Full).Select(name => name.Mark), .. clause.Marks.Of(Feature.Polite)])) return null;
        var own = offered.Select(record => Pieces(clause, record, withCustomer: !sameCustomer)).ToList();
        var found = new List<(int At, NamedRecord Record)>();
        for (var i = 0; i < offered.Count; i++)
        {
            var others = own.Where((_, other) => other != i).SelectMany(pieces => pieces).ToHashSet(StringComparer.Ordinal);
            var at = own[i].Except(others, StringComparer.Ordinal).Where(piece => !PhraseBook.Standard.Is(piece, Paper)).Select(piece => At(clause, piece)).Where(place => place >= 0).DefaultIfEmpty(-1).Min();
            if (at >= 0) found.Add((at, offered[i]));
        }

        return found.Count == 0 ? null : found.MinBy(pick => pick.At).Record;
    }

    /// <summary>Two Chinese characters in a row, or a Latin word, in both numbers, from the record's names and its customer's.</summary>
    private static HashSet<string> Pieces(Clause clause, NamedRecord record, bool withCustomer)
    {
        var names = new[] { record, withCustomer ? clause.Index.Get(record.Customer) : null }.OfType<NamedRecord>().SelectMany(named => named.OtherNames.Append(named.Name));
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Select(name => NormalText.Of(name).Text))
        {
            for (var i = 0; i < name.Length; i++)
            {
                if (i + 1 < name.Length && Script.IsChinese(name[i]) && Script.IsChinese(name[i + 1])) pieces.Add(name.Substring(i, 2));
                if (!Script.IsLatin(name[i]) || (i > 0 && Script.IsLatin(name[i - 1]))) continue;
                var end = i;
                while (end < name.Length && Script.IsLatin(name[end])) end++;
                if (end - i >= 3 && !PhraseBook.Standard.IsGlue(name[i..end])) pieces.UnionWith(OwnWords.InBothNumbers(name[i..end]));
            }
        }

        return pieces;
    }

    private static int At(Clause clause, string piece)
    {
        var text = clause.Message.Text.Text;
        var at = text.IndexOf(piece, clause.From, clause.To - clause.From, StringComparison.Ordinal);
        return at >= 0 && Script.IsEdge(text, at) && Script.IsEdge(text, at + piece.Length) && !clause.Marks.Of(Feature.Key("[not]")).Any(denial => denial.End == at) ? at : -1;
    }
}
