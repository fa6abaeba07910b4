using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>“东岭阀门MES”, "Pinecrest WMS" where words (what comes next, why, what was said), a day or a sum were asked for: a name tells none of it, and somebody wants to see the record.</summary>
internal static class BareNames
{
    /// <summary>The slot of a to-do that is asked for after a report, by which that is known.</summary>
    private const string FollowUp = "follow_up";

    private static readonly string[] Words = ["content", "reason", "remark", "next_step", "deed"];

    public static bool Are(Clause clause)
    {
        if (clause.Focus.Asked is not { } asked || !(Words.Contains(asked, StringComparer.Ordinal) || AnotherOrder.IsValue(asked))) return false;
        var names = clause.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contract && name.Strength >= NameStrength.Short).Select(name => name.Mark).ToList();
        return names.Count > 0 && Answers.Covers(clause, clause.From, clause.To, [.. names, .. clause.Descriptive, .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.This), .. clause.Words("deals_word")]);
    }

    /// <summary>After a report it was asked as well which deal that was about: a deal of its customer is the answer to that. Null for any other name.</summary>
    public static Frame? Linked(Clause clause)
    {
        if (clause.Focus is not { Pending: "add_task", Filled: { } filled } || filled.Text(FollowUp) is not { } key || SubjectFinder.Find(clause) is not { Deal: { } deal } || deal.Customer != filled.Text("customer")) return null;
        return new Frame("link_followup") { Slots = new Slots { [FollowUp] = key }, Refs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["deal"] = [deal.Key] } };
    }
}
