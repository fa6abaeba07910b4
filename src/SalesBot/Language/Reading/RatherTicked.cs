namespace SalesBot.Language.Reading;

/// <summary>“不是，寄样那个是已经做完了，划掉就行”, "no, the samples one is done, just tick it": what is denied is how the last message was taken; the to-do that is named is ticked, and nothing is taken back for it.</summary>
internal static class RatherTicked
{
    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is { Pending: not null, Optional: false } || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Words("not_done").Count > 0 || clause.Words("tick_wrong").Count > 0) return null;
        var opening = clause.Marks.Of(Feature.No).Concat(clause.Words("correction")).Concat(clause.Words("mistake")).Where(word => Answers.Covers(clause, clause.From, word.Start, [.. clause.Words("filler"), .. clause.Marks.Of(Feature.No), .. clause.Words("mistake")])).Select(word => word.End).DefaultIfEmpty(clause.From).Max();
        if (opening == clause.From || opening >= clause.To) return null;
        var rest = clause.Part(opening, clause.To);
        if (rest.Words("done_word").Count == 0 && rest.Words("order_tick").Count == 0) return null;
        if (rest.ValuesOf(ValueKind.Date, ValueKind.Money).Any() || TaskMatch.Named(rest).Count == 0 || TaskMatch.ByWords(rest) is not ({ Count: > 0 } tasks, _)) return null;
        if (tasks.Any(task => task.Key == clause.Focus.LastSlots?.Text("task"))) return null;
        return Choice.Frame(rest, new ScoredIntent("complete_task", Choice.EnoughToWrite * 2, []), SubjectFinder.Find(rest)) with { Confidence = 1 };
    }
}
