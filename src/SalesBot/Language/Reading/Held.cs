using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“要是他们再不动就转给小吴” orders nothing; “现在就转” after it does, once it is confirmed.</summary>
internal static class Held
{
    /// <summary>Characters: whoever says more gives an order of their own.</summary>
    private const int Short = 12;

    /// <summary>The order that the clause supposes; null when it supposes none.</summary>
    public static Frame? Supposed(Clause clause, Subject subject)
    {
        // What is supposed looks less like an order; its own words say which one it would be.
        var scored = clause.ByRules.FirstOrDefault(scored => !PhraseBook.Standard.Reads.Contains(scored.Intent) && scored.Intent is not ("unknown" or "undo" or "log_followup" or "feedback"));
        if (scored is null || scored.Score < Choice.EnoughToWrite || Stance.Of(clause, scored) != Attitude.Supposed) return null;
        return Choice.Frame(clause, scored, subject) is { Clarify.Count: 0 } frame ? frame : null;
    }

    public static Frame? Released(Clause clause)
    {
        if (clause.Focus is not { HeldIntent: { } intent, HeldSlots: { } slots } || clause.To - clause.From > Short || clause.Values.Count > 0 || clause.Mentions.Count > 0 || clause.Has(Feature.Question) || clause.Words("do_it").Count == 0) return null;
        var draft = new Draft(clause, new ScoredIntent(intent, 0, []), new Subject());
        Again.Carry(draft, slots, withFocus: false);
        foreach (var (slot, value) in slots) draft.Slots.TryAdd(slot, value);
        return draft.ToFrame(0);
    }
}
