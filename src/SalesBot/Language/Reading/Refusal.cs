using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// What was asked is dropped in a breath of its own, and more is said: “先别 我再问问”, "actually don't. Rosa just wrote", "hold on. Send it back instead":
/// the rest is read as if nothing had been asked, where it is an order.
/// </summary>
internal static class Refusal
{
    private static readonly int Word = PhraseBook.Standard.KeyOf("[refusal]"), TakesBack = PhraseBook.Standard.KeyOf("[take_back:deed]");

    /// <summary>Where the refusal ends; null when nothing is refused so.</summary>
    public static int? End(Clause clause)
    {
        var breaths = clause.Breaths;
        if (clause.Focus.Asked is { } asked && asked != "confirm" && Again.IsFree(asked) && breaths.Any(breath => Forbidden.Is(clause.Part(breath.Start, breath.End), clause.Focus.Pending!))) return clause.To;
        if (clause.Has(Feature.Question)) return null;
        var first = Opening(clause, breaths);
        // Whoever was asked why gives no number with it.
        if (first is not null && (clause.Focus.Asked == "reason" || clause.ValuesOf(ValueKind.Date, ValueKind.Money, ValueKind.Number).All(value => value.Start < first))) return first;
        return clause.Focus.Asked == "confirm" ? Struck(clause, breaths) : null;
    }

    /// <summary>The question is closed; what follows is done where it is a clear order. What is only told is not taken for a report.</summary>
    public static Frame AndThen(Clause clause, int end)
    {
        var dropped = new Frame("cancel");
        if (end >= clause.To) return dropped;
        var focus = clause.Focus;
        var settled = focus.Settled() with { Approval = focus.Filled?.Text("approval_id") ?? focus.Approval, Deal = focus.Filled?.Text("deal") ?? focus.Deal, Customer = focus.Filled?.Text("customer") ?? focus.Customer };
        var rest = new Clause(clause.Message with { Focus = settled }, end, clause.To);
        return OrderSplit.Of(rest) is [{ Intent: not "unknown", Clarify.Count: 0, Confidence: >= Frame.Sure } then] && !PhraseBook.Standard.Bare.Contains(then.Intent) && !PhraseBook.Standard.Told.Contains(then.Intent)
            ? dropped with { Also = [then] } : dropped;
    }

    /// <summary>Nothing but refusal in the first breaths.</summary>
    private static int? Opening(Clause clause, IReadOnlyList<(int Start, int End)> breaths)
    {
        List<Mark> refusals = [.. clause.Marks.Of(Word)];
        List<Mark> words = [.. refusals, .. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle), .. clause.Words("filler"), .. clause.Words("not_now")];
        if (clause.Focus.Asked == "reason")
        {
            refusals.AddRange(clause.Marks.Of(TakesBack));
            words.AddRange(clause.Marks.Of(TakesBack));
        }

        var end = breaths.TakeWhile(breath => Answers.Covers(clause, breath.Start, breath.End, words)).Select(breath => breath.End).DefaultIfEmpty(clause.From).Last();
        // "Don't" alone refuses; one that goes on ("don't move it") forbids something else.
        refusals.AddRange(clause.Marks.Of(Feature.Dont).Where(word => clause.Message.Text.Slice(word.End, end > word.End ? end : word.End).TrimStart().IsEmpty || IsBreathEnd(breaths, word.End)));
        return refusals.Exists(word => word.End <= end) ? end : null;
    }

    private static bool IsBreathEnd(IReadOnlyList<(int Start, int End)> breaths, int at) => breaths.Any(breath => breath.End == at);

    /// <summary>"Back to the quote, scrap it, I need her ok first": a breath that strikes what is to be confirmed.</summary>
    private static int? Struck(Clause clause, IReadOnlyList<(int Start, int End)> breaths)
    {
        List<Mark> strikes = [.. clause.Marks.Of(TakesBack)];
        List<Mark> words = [.. strikes, .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler")];
        return breaths.Any(breath => strikes.Exists(word => word.Start >= breath.Start && word.End <= breath.End) && Answers.Covers(clause, breath.Start, breath.End, words)) ? clause.To : null;
    }
}
