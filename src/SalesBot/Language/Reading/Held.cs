using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“要是他们再不动就转给小吴” orders nothing; “现在就转” after it does, once it is confirmed.</summary>
internal static class Held
{
    /// <summary>Characters beside the words: whoever says more gives an order of their own.</summary>
    private const int Short = 8;

    /// <summary>Less than this is a word or two in common.</summary>
    private const double Near = 4;

    /// <summary>What is said of words that order nothing: whether they hold an order back, and which questions they come near to.</summary>
    public static Frame NoOrder(Clause clause, Frame frame, Subject subject)
    {
        var order = clause.ByRules.FirstOrDefault(scored => !PhraseBook.Standard.Reads.Contains(scored.Intent) && scored.Score >= Choice.EnoughToWrite);
        return frame with
        {
            Instead = Supposed(clause, subject),
            Withheld = clause.Marks.Of(Feature.Dont).Any(word => clause.Marks.IsStart(word.Start)) || (order is not null && Stance.Of(clause, order) is Attitude.Forbidden or Attitude.Supposed),
            Nearby = [.. clause.ByRules.Where(scored => scored.Score >= Near && PhraseBook.Standard.Reads.Contains(scored.Intent) && !PhraseBook.Standard.Aside.Contains(scored.Intent) && scored.Intent != "help").Take(3).Select(scored => scored.Intent)],
        };
    }

    /// <summary>The order that the clause supposes; null when it supposes none.</summary>
    public static Frame? Supposed(Clause clause, Subject subject)
    {
        // What is supposed looks less like an order; its own words say which one it would be.
        var scored = clause.ByRules.Where(scored => !PhraseBook.Standard.Reads.Contains(scored.Intent) && scored.Intent is not ("unknown" or "undo" or "log_followup" or "feedback")).MaxBy(For);
        if (scored is null || For(scored) < Choice.EnoughToWrite || Stance.Of(clause, scored) != Attitude.Supposed) return null;
        if (Choice.Frame(clause, scored, subject) is not { Clarify.Count: 0 } frame) return null;
        // What else the sentence says of a decision is what it depends on, no remark.
        if (PhraseBook.Standard.Needs[scored.Intent] == "approval") frame.Slots.Remove("content");
        return frame;
    }

    /// <summary>What speaks for it: that it is asked about ("would that help?") makes it no other order.</summary>
    private static double For(ScoredIntent scored) => scored.Reasons.Where(reason => reason.Rule.Weight > 0).Sum(reason => reason.Rule.Weight);

    /// <summary>“现在就转”, "do it now": the order that was supposed; none at all where nothing was.</summary>
    public static Frame? Released(Clause clause)
    {
        var words = clause.Focus.HeldIntent is null ? clause.Words("do_it") : [.. clause.Words("do_it"), .. clause.Words("do_held").Where(word => clause.Marks.IsStart(word.Start) || Assent.Follows(clause, word.Start))];
        if (words.Count == 0 || clause.Focus.Pending is not null) return null;
        if (clause.Focus is not { HeldIntent: { } intent, HeldSlots: { } slots }) return Answers.Covers(clause, clause.From, clause.To, [.. words, .. clause.Marks.Of(Feature.Polite)]) ? new Frame("unknown") : null;
        if (clause.To - clause.From - words.Max(word => word.End - word.Start) > Short || clause.Mentions.Count > 0 || (clause.Has(Feature.Question) && !words.Any(word => clause.Marks.IsStart(word.Start))) || clause.Values.Any(value => !words.Any(word => word.Overlaps(value.Start, value.End)))) return null;
        var draft = Draft.Of(clause, intent);
        Again.Carry(draft, slots, withFocus: false);
        foreach (var (slot, value) in slots) draft.Slots.TryAdd(slot, value);
        return draft.ToFrame(0);
    }
}
