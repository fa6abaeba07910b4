using SalesBot.Conversation;
using SalesBot.Nudges.Centre;
using SalesBot.Words;

namespace SalesBot.Nudges.Trial;

/// <summary>What is seen before a change of the rules is saved: how it would have gone in the past, and will go on the coming days.</summary>
internal static class TrialRun
{
    /// <summary>Of the rules that the change touches; none where it is the budget of all.</summary>
    public static async Task<IReadOnlyList<LaidFact>> FactsAsync(Scan before, Scan after, IReadOnlyCollection<NudgeRule> changed, CancellationToken cancellationToken)
    {
        var facts = new List<LaidFact>();
        foreach (var rule in changed)
        {
            if (await BackTest.RunAsync(rule, before, after, cancellationToken) is { } test)
            {
                facts.Add(new LaidFact(changed.Count == 1 ? new Word("Rule.back_test") : new Word("Rule.back_test_of", RuleSay.Name(rule.Id)), test.Said));
            }
        }

        var (old, now) = await Rehearsal.RunAsync(before, after, changed, cancellationToken);
        facts.Add(new LaidFact(new Word("Rule.rehearsal", Rehearsal.Ahead), old == now ? new Word("Rule.coming_same", now.Said) : new Word("Rule.coming_instead", now.Said, old.Said)));
        return facts;
    }
}
