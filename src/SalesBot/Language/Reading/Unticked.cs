namespace SalesBot.Language.Reading;

/// <summary>
/// “寄合同还没做，恢复成未完成”, “你划错了，寄合同那个恢复”, "I ticked the wrong thing, reopen the site visit": a to-do that was ticked is named, and its tick is taken back, whatever was done since.
/// </summary>
internal static class Unticked
{
    private static readonly string[] Empty = ["untick", "not_done", "tick_wrong", "bot_wrong", "last_act", "some_thing", "filler", "opener", "connector", "mistake", "task_word", "request", "order_mark", "ticked", "correction", "but", "one_word", "is_at"];

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is { Pending: not null, Optional: false } || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Values.Count > 0 || clause.Words("ticket_word").Count > 0) return null;
        var orders = clause.Words("untick");
        var wrong = clause.Words("tick_wrong").Count > 0;
        if (orders.Count == 0 || (!wrong && clause.Words("not_done").Count == 0 && orders.All(word => word.Value != "tick"))) return null;
        if (clause.Words("field").Any(PlannedThing.IsOfDeal)) return null;
        var (start, end) = clause.Breaths.FirstOrDefault(part => orders[^1].Overlaps(part.Start, part.End));
        var words = Title(clause.Part(start, end));
        foreach (var breath in clause.Breaths.Where(part => part.Start != start && words is null)) words = Title(clause.Part(breath.Start, breath.End));
        return Order(words) with { Confidence = 1 };
    }

    /// <summary>The tick is taken back of the to-do that is called so; without words, the last one.</summary>
    public static Frame Order(string? words) => new("undo") { Slots = new Slots { ["act"] = "complete_task" }, Named = words };

    /// <summary>What is left of a breath that orders it or says that it is open; a customer's name is part of what a to-do is called.</summary>
    private static string? Title(Clause breath) => NamedUndo.Words(breath, [.. Empty.SelectMany(breath.Words)], withNames: true);
}
