using System.Collections.Frozen;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Which act is to be taken back: “海虹那个改价撤了吧” the change of Haihong's amount, “两个都撤了” the last two; without a word of it the last one.</summary>
internal static class Undone
{
    /// <summary>Characters between what names the act and the word that takes it back.</summary>
    private const int Beside = 3;

    /// <summary>The command that changes a field of a deal.</summary>
    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["amount"] = "update_amount", ["close_date"] = "update_close_date", ["stage"] = "move_stage", ["next_step"] = "set_next_step",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Frame Frame(Clause clause, ScoredIntent intent, Subject subject)
    {
        var draft = new Draft(clause, intent, subject);
        if (subject is { Said: true, Customers: [var customer] } && clause.Mentions.Any(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal && mention.Strength >= NameStrength.Short))
        {
            draft.Refer("customer", [customer]);
            if (clause.Named(NamedKind.Deal, NameStrength.Short).Any() && subject.Deal is { } deal) draft.Refer("deal", [deal]);
        }

        if (Act(clause) is { } act) draft.Slots["act"] = act;
        if (clause.Words("undo_times") is [{ Value: { } times }, ..]) draft.Slots["count"] = times;
        return draft.ToFrame(1);
    }

    /// <summary>What it orders where it begins by saying that something else was changed, and not only that the last value was wrong.</summary>
    public static Frame? Right(Clause clause) =>
        clause.Breaths is [var first, _, ..] && clause.Words("wrong_thing").Any(word => word.Overlaps(first.Start, first.End)) && Restated(clause) is { } rest ? OrderSplit.Of(rest)[0] : null;

    /// <summary>"That moved the wrong thing, Redwood should still close on April 26": how it should be, of what is named, says more than that something was wrong. Null where nothing does.</summary>
    public static Clause? Restated(Clause clause)
    {
        foreach (var (start, _) in clause.Breaths.Skip(1))
        {
            var rest = clause.Part(start, clause.To);
            if (rest.Mentions.Any(name => name.Kind is NamedKind.Customer or NamedKind.Deal && name.Strength >= NameStrength.Short) && rest.ByRules is [{ Intent: "update_amount" or "update_close_date" or "move_stage", Score: >= Choice.EnoughToWrite } best, ..] && Choice.Of(rest, rest.Ranked, SubjectFinder.Find(rest)).Intent == best.Intent) return rest;
        }

        return null;
    }

    /// <summary>“撤销丢单”, "undo the close date change": what was done stands right beside the word that takes it back.</summary>
    private static string? Act(Clause clause)
    {
        if (clause.Word("act_noun") is { } called) return called;
        if (NamedUndo.Changed(clause) is [{ Value: { } field }, ..]) return Fields.GetValueOrDefault(field);
        var words = clause.Words("undo_word").Concat(clause.Marks.Of(Feature.Key("[take_back:deed]"))).ToList();
        return clause.ByRules.Where(scored => PhraseBook.Standard.Needs.ContainsKey(scored.Intent) && !PhraseBook.Standard.Reads.Contains(scored.Intent) && !PhraseBook.Standard.Bare.Contains(scored.Intent) && !PhraseBook.Standard.Told.Contains(scored.Intent))
            .FirstOrDefault(scored => scored.Reasons.Where(reason => reason.Rule.Weight >= Choice.EnoughToWrite).SelectMany(reason => reason.Words).Any(cue => cue.End > cue.Start && words.Exists(word => !word.Overlaps(cue.Start, cue.End) && (cue.Start - word.End is >= 0 and <= Beside || word.Start - cue.End is >= 0 and <= Beside))))?.Intent;
    }
}
