using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “建个待办吧……算了她自己会弄”, "remind me tomorrow... never mind, they come by": an order, and a later breath that begins by withdrawing it and
/// orders nothing else. “剩下的明天再说”, "the rest can wait": what was shown besides is left for another time. Nothing is to be done of either.
/// </summary>
internal static class Withdrawn
{
    /// <summary>The rules take the words for an order.</summary>
    private const double Ordered = 4;

    private static readonly int Withdraws = PhraseBook.Standard.KeyOf("[withdraw]"), Rest = PhraseBook.Standard.KeyOf("[rest]"), Later = PhraseBook.Standard.KeyOf("[put_off]");

    public static bool Is(Clause clause) =>
        clause.Focus is { Pending: null } or { Optional: true } && !clause.Has(Feature.Question) && (IsTakenBack(clause) || IsLeft(clause));

    private static bool IsTakenBack(Clause clause)
    {
        if (!clause.Has(Withdraws)) return false;
        var breath = clause.Breaths.Skip(1).FirstOrDefault(part => Opens(clause, part));
        if (breath.End == 0 || Answers.Covers(clause, clause.From, breath.Start, [.. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler"), .. clause.Words("correction")])) return false;
        var (before, after) = (clause.Part(clause.From, breath.Start), clause.Part(breath.Start, clause.To));
        return after.Values.Count == 0 && !after.ByRules.Any(order => order.Score >= Ordered && !PhraseBook.Standard.Reads.Contains(order.Intent) && order.Intent is not ("undo" or "log_followup"))
            && before.Ranked[0] is { Score: >= Ordered } ordered && !PhraseBook.Standard.Reads.Contains(ordered.Intent) && !PhraseBook.Standard.Told.Contains(ordered.Intent);
    }

    private static bool Opens(Clause clause, (int Start, int End) part)
    {
        var fillers = clause.Words("filler").Concat(clause.Marks.Of(Feature.Polite)).Concat(clause.Marks.Of(Feature.No)).ToList();
        return clause.Marks.Of(Withdraws).Any(word => word.Start >= part.Start && word.End <= part.End && Answers.Covers(clause, part.Start, word.Start, fillers));
    }

    /// <summary>Nothing but what is left over, a word for later, and when.</summary>
    private static bool IsLeft(Clause clause) =>
        clause.Has(Rest) && clause.Has(Later) && Answers.Covers(clause, clause.From, clause.To,
        [
            .. clause.Marks.Of(Rest), .. clause.Marks.Of(Later), .. clause.Values.Where(value => value.Date is not null || value.Kind is ValueKind.Time or ValueKind.Duration).Select(value => value.Mark), .. clause.Words("period"),
            .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Particle), .. clause.Words("filler"), .. clause.Marks.Of(Feature.Yes), .. clause.Words("deals_word"), .. clause.Words("lead"),
        ]);
}
