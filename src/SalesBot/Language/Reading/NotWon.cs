using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“不好意思 他们还没签”, "sorry, they haven't signed yet" right after a deal was marked won: it is offered to take that back.</summary>
internal static class NotWon
{
    private static readonly int Unsigned = PhraseBook.Standard.KeyOf("[unsigned]");

    public static Frame? Read(Clause clause) =>
        clause.Focus is { Fresh: true, Undone: false, LastIntent: "win_deal" } focus && (focus.Pending is null || focus.Optional) && clause.Has(Unsigned) && !clause.Span.TrimEnd().EndsWith("?", StringComparison.Ordinal) && !clause.Has(Feature.If)
            && clause.Values.Count == 0 && !NamesAnother(clause, focus) ? new Frame("undo") { TakesBack = true, Confidence = 0 } : null;

    /// <summary>Another customer or deal than the one that was won.</summary>
    private static bool NamesAnother(Clause clause, Focus focus)
    {
        var named = clause.Mentions.Where(mention => mention is { Kind: Names.NamedKind.Customer or Names.NamedKind.Deal, Strength: >= Names.NameStrength.Short }).SelectMany(mention => mention.Records).ToList();
        return named.Count > 0 && !named.Exists(record => record.Key == focus.Deal || record.Key == focus.Customer || record.Key == clause.Index.Get(focus.Deal)?.Customer);
    }
}
