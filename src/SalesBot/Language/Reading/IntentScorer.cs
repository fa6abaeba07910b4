using System.Collections;
using SalesBot.Language.Learning;
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
    /// <summary>The rules count once as witnesses of the model and once more by a third, so that what they are sure of stays sure.</summary>
    private const double Again = 0.3;

    /// <summary>An intent that is e times as likely as chance counts as much as a rule of this weight; both ends are cut off.</summary>
    private const double Pull = 2;
    private const double Most = 8;
    private const double Least = -4;

    /// <summary>Rules and the model together, best first.</summary>
    public static IReadOnlyList<ScoredIntent> Score(Clause clause)
    {
        var byIntent = clause.ByRules.ToDictionary(scored => scored.Intent, StringComparer.Ordinal);
        var model = IntentModel.Standard;
        var likely = model.Likely(Wording.Of(clause).Features());
        for (var i = 0; i < likely.Length; i++)
        {
            var scored = byIntent.GetValueOrDefault(model.Intents[i]) ?? new ScoredIntent(model.Intents[i], 0, []);
            byIntent[scored.Intent] = scored with { Score = (Again * scored.Score) + Math.Clamp(Pull * Math.Log(likely[i] * likely.Length), Least, Most) };
        }

        return Ranked(byIntent.Values);
    }

    /// <summary>What the rules of the phrase book alone say, best first.</summary>
    public static IReadOnlyList<ScoredIntent> ByRules(Marks marks)
    {
        var reasons = new Dictionary<string, List<(PhraseRule, IReadOnlyList<Mark>)>>(StringComparer.Ordinal);
        var tried = new BitArray(PhraseBook.Standard.Rules.Count);
        foreach (var key in marks.Keys)
        {
            foreach (var rule in PhraseBook.Standard.RulesOf(key))
            {
                if (tried[rule.Number]) continue;
                tried[rule.Number] = true;
                if (rule.Match(marks) is not { } words) continue;
                if (!reasons.TryGetValue(rule.Intent, out var list)) reasons[rule.Intent] = list = [];
                list.Add((rule, words));
            }
        }

        return Ranked(reasons.Select(pair => new ScoredIntent(pair.Key, Sum(pair.Value), pair.Value)));
    }

    /// <summary>Equal scores by name, so that the order never depends on chance.</summary>
    private static ScoredIntent[] Ranked(IEnumerable<ScoredIntent> scored) =>
        [.. scored.OrderByDescending(intent => intent.Score).ThenBy(intent => intent.Intent, StringComparer.Ordinal)];

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
