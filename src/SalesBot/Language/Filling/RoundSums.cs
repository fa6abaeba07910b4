using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>“百万以上”, “上千万的单子”, "seven-figure deals": bounds by the size of a sum, where no number is said.</summary>
internal static class RoundSums
{
    public static void Bounds(Draft draft)
    {
        if (draft.Slots.ContainsKey("min_amount") || draft.Slots.ContainsKey("max_amount")) return;
        foreach (var sum in Sums(draft.Clause, "round_sum"))
        {
            if (draft.Clause.Words("bound").FirstOrDefault(bound => draft.Clause.AreBeside(bound, sum)) is { End: > 0 } bound) Put(draft, bound.Value == "min" ? "min_amount" : "max_amount", sum);
        }

        if (draft.Slots.ContainsKey("min_amount") || draft.Slots.ContainsKey("max_amount")) return;
        foreach (var sum in Sums(draft.Clause, "round_least").Take(1)) Put(draft, "min_amount", sum);
    }

    /// <summary>“两百万” is a number with its own value, “万一” no sum at all.</summary>
    private static IEnumerable<Mark> Sums(Clause clause, string list) =>
        clause.Words(list).Where(word => !clause.Values.Any(value => value.Mark.Overlaps(word.Start, word.End) && (value.Start < word.Start || value.End > word.End)) && !clause.Mentions.Any(mention => mention.Mark.Overlaps(word.Start, word.End)));

    private static void Put(Draft draft, string slot, Mark sum)
    {
        draft.Slots[slot] = sum.Value!;
        draft.Use(sum, slot);
    }
}
