using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>How strongly a clause speaks for an intent, and which words said so.</summary>
internal sealed record ScoredIntent(string Intent, double Score, IReadOnlyList<(PhraseRule Rule, IReadOnlyList<Mark> Words)> Reasons)
{
    /// <summary>Words that speak for it, without the bare features of context.</summary>
    public IEnumerable<Mark> Cues => Reasons.Where(reason => reason.Rule.Weight > 0).SelectMany(reason => reason.Words).Where(word => word.End > word.Start);
}

internal static class IntentScorer
{
    /// <summary>Best first; equal scores by name, so that the order never depends on chance.</summary>
    public static IReadOnlyList<ScoredIntent> Score(Clause clause)
    {
        var reasons = new Dictionary<string, List<(PhraseRule, IReadOnlyList<Mark>)>>(StringComparer.Ordinal);
        var tried = new HashSet<PhraseRule>(256, ReferenceEqualityComparer.Instance);
        foreach (var key in clause.Marks.Keys)
        {
            foreach (var rule in PhraseBook.Standard.RulesOf(key))
            {
                if (!tried.Add(rule) || rule.Match(clause.Marks) is not { } words) continue;
                if (!reasons.TryGetValue(rule.Intent, out var list)) reasons[rule.Intent] = list = [];
                list.Add((rule, words));
            }
        }

        return [.. reasons.Select(pair => new ScoredIntent(pair.Key, Sum(pair.Value), pair.Value))
            .OrderByDescending(scored => scored.Score).ThenBy(scored => scored.Intent, StringComparer.Ordinal)];
    }

    /// <summary>The strongest rule counts whole, further ones in favour by half: saying it twice is not twice as sure. What speaks against it counts whole.</summary>
    private static double Sum(List<(PhraseRule Rule, IReadOnlyList<Mark>)> reasons)
    {
        var best = 0.0;
        var rest = 0.0;
        var against = 0.0;
        foreach (var (rule, _) in reasons)
        {
            if (rule.Weight < 0) against += rule.Weight;
            else if (rule.Weight > best) (best, rest) = (rule.Weight, rest + best);
            else rest += rule.Weight;
        }

        return best + (rest / 2) + against;
    }
}
