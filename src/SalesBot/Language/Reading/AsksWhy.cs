using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“为什么？”, "why Kestrel?", “80万哪来的”, "how did you get Friday?": how the last message was read. Beside names, values and what was done with them nothing else is said, else it asks about the business (为什么丢单).</summary>
internal static class AsksWhy
{
    private static readonly string[] Beside = ["why_rest", "deals_word", "field", "filler"];

    public static bool Is(Clause clause)
    {
        if (clause.Focus.Understood.Count == 0) return false;
        var words = clause.Words("why");
        if (words.Count == 0) return false;
        List<Mark> all = [.. words, .. Beside.SelectMany(clause.Words), .. clause.Mentions.Select(mention => mention.Mark), .. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.This), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue)];
        return Answers.Covers(clause, clause.From, clause.To, all);
    }
}
