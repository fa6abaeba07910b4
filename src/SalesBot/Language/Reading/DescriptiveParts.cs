using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// Where a deal is called by nothing but what is its own in its name: "push [fleet tracking] to June". Its words are no wording: a training deal is no
/// training, a support deal no call for support.
/// </summary>
internal static class DescriptiveParts
{
    public static IReadOnlyList<Mark> Of(Clause clause) =>
        clause.Has(Feature.Customer) || clause.Has(Feature.Deal) || (SubjectFinder.FromSibling(clause) ?? SubjectFinder.FromHint(clause)) is not { } hinted ? [] : Runs(clause, hinted.Deals);

    /// <summary>Words of the deals' names that follow each other, each run of them one part.</summary>
    private static List<Mark> Runs(Clause clause, IEnumerable<NamedRecord> deals)
    {
        var text = clause.Message.Text.Text;
        var words = new List<Mark>();
        foreach (var piece in deals.SelectMany(deal => Pieces.Of(clause, deal, null))) words.Add(piece);
        foreach (var word in deals.SelectMany(deal => DealWords.Of(deal, clause.Index.Get(deal.Customer))).SelectMany(OwnWords.InBothNumbers).Distinct(StringComparer.Ordinal))
        {
            for (var at = text.IndexOf(word, clause.From, clause.To - clause.From, StringComparison.Ordinal); at >= 0; at = at + 1 < clause.To ? text.IndexOf(word, at + 1, clause.To - at - 1, StringComparison.Ordinal) : -1)
            {
                if (Script.IsEdge(text, at) && Script.IsEdge(text, at + word.Length)) words.Add(new Mark(at, at + word.Length));
            }
        }

        var runs = new List<Mark>();
        foreach (var word in words.OrderBy(word => word.Start).ThenByDescending(word => word.End))
        {
            if (runs.Count > 0 && word.Start - runs[^1].End <= 1) runs[^1] = new Mark(runs[^1].Start, Math.Max(word.End, runs[^1].End));
            else runs.Add(word);
        }

        return runs;
    }
}
