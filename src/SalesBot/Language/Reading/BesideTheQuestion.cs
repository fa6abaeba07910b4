using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>What is said while a question is open and is none of its answers: a plan with somebody else, or that what it would change stays as it was.</summary>
internal static class BesideTheQuestion
{
    /// <summary>"Call Tom Hale Monday" after a report on Harbor, where Tom is another customer's: what may be left unanswered is not answered by it; nor by “待办：…”, which orders by itself.</summary>
    public static bool IsOfAnother(Clause clause)
    {
        if (clause.Focus is not { Pending: "log_followup", Optional: true } focus) return false;
        if (clause.Words("task_word").Any(word => clause.Marks.IsStart(word.Start) && word.End < clause.To && clause.Message.Text[word.End] == ':')) return true;
        var own = focus.Customer ?? clause.Index.Get(focus.Deal)?.Customer ?? focus.Filled?.Text("customer");
        return own is not null && clause.Named(NamedKind.Contact, NameStrength.Short).Concat(clause.Named(NamedKind.Customer, NameStrength.Full)).ToList() is { Count: > 0 } others && others.TrueForAll(name => name.Records.All(record => record.Key != own && record.Customer != own)) && NamesNone(clause, own);
    }

    /// <summary>"The amount was right before, put it back" while a new one waits for a yes: it is not wanted, and nothing else is taken back.</summary>
    public static bool LeavesAsItWas(Clause clause, string pending) =>
        clause.Focus is { Asked: "confirm", Optional: false } && clause.Values.Count == 0 && clause.Ranked[0].Intent == "undo" && clause.Words("field").Any(field => pending == "update_" + field.Value);

    private static bool NamesNone(Clause clause, string own) =>
        !clause.Mentions.Any(name => name.Strength >= NameStrength.Short && name.Records.Any(record => record.Key == own || record.Customer == own));
}
