using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“公海里有哪些客户”, "what's left in the pool?": the customers of nobody, to look at; nothing else is said.</summary>
internal static class AsksPool
{
    private static readonly string[] Lists = ["pool_word", "pool_ask", "pool_rest", "filler"];

    public static Frame? Read(Clause clause)
    {
        var asked = clause.Words("pool_ask").Count > 0;
        // The pool alone is asked to be shown, also while something else is asked; what else is said of it without a question may be an order.
        if (clause.Words("pool_word").Count == 0 || (clause.Focus.Pending is not null && (asked || clause.Focus.Asked is "customer" or "person"))) return null;
        List<Mark> all = [.. (asked ? Lists : ["pool_word"]).SelectMany(clause.Words), .. clause.Marks.Of(Feature.Polite)];
        if (!Answers.Covers(clause, clause.From, clause.To, all)) return null;
        var draft = Draft.Of(clause, "claim_customer");
        foreach (var word in clause.Words("pool_word")) draft.Use(word, "intent");
        return draft.ToFrame(1) with { Case = Sayings.Order(clause, "list_pool", new Subject()) };
    }
}
