namespace SalesBot.Language.Reading;

/// <summary>“不对，把这个客户删掉”, "that's wrong, delete the deal Redwood line": the last breath wants a record gone, which is no correction of the act before.</summary>
internal static class Deleted
{
    private const string Command = "delete_record";

    public static Frame? Read(Clause clause)
    {
        // "I don't need it, delete it": what the last breath orders is not denied by the one before.
        var order = clause.Breaths is [_, .., var last] ? clause.Part(last.Start, last.End) : clause;
        if (clause.Words("task_word").Count > 0 || order.Has(Feature.Dont) || clause.Has(Feature.If)) return null;
        return new[] { order, clause }.Select(Sayings.Read).FirstOrDefault(frame => frame?.Intent == Command);
    }
}
