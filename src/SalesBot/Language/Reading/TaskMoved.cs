using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“等技术答疑往后推到周四”, "push the contract draft to Friday": a to-do of the speaker's that is called by its own words gets another day; no deal moves for it.</summary>
internal static class TaskMoved
{
    /// <summary>What a sentence that names another day may order by itself.</summary>
    private static readonly string[] OfItsOwn = ["delegate_approval", "record_payment"];

    public static IReadOnlyList<NamedRecord> Of(Clause clause)
    {
        var moves = clause.Words("moves");
        if (moves.Count == 0 || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.Has(Feature.Touched) || clause.Words("field").Count > 0) return [];
        if (PhraseBook.Standard.Reads.Contains(clause.Ranked[0].Intent) && !PhraseBook.Standard.Aside.Contains(clause.Ranked[0].Intent)) return [];
        if (OfItsOwn.Contains(clause.Ranked[0].Intent, StringComparer.Ordinal) || clause.ByRules.Any(scored => scored.Intent == "add_task" && scored.Reasons.Any(reason => reason.Rule is { OnlyOrders: true, Weight: >= TextSlots.OnlyOrders }))) return [];
        if (!clause.ValuesOf(ValueKind.Date, ValueKind.DateRange, ValueKind.Duration).Any(day => moves.Any(move => move.Start < day.End))) return [];
        return [.. TaskMatch.Spelled(clause).Where(task => clause.Words("closes").All(word => Text.NormalText.Of(task.Name).Text.Contains(clause.Message.Text.Text[word.Start..word.End], StringComparison.Ordinal)))];
    }
}
