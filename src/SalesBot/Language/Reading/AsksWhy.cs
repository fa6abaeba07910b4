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
        if (words.Count == 0 || AsksOfRecord(clause)) return false;
        List<Mark> all = [.. words, .. Beside.SelectMany(clause.Words), .. clause.Mentions.Select(mention => mention.Mark), .. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.This), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue)];
        return Answers.Covers(clause, clause.From, clause.To, all);
    }

    /// <summary>"Why is Kestrel down 20k", “凌云为什么推迟到五月”: it wonders at how things are and orders nothing. "Why don't we move it" does.</summary>
    public static bool Wonders(Clause clause) =>
        clause.Words("request").Count == 0 && clause.Words("order_mark").Count == 0
        && clause.Words("how_come").Any(word => (clause.Marks.IsStart(word.Start) || clause.Names.Any(name => word.Start - name.End is 0 or 1)) && !clause.Marks.Of(Feature.Dont).Concat(clause.Words("not")).Any(denial => denial.Start - word.End is 0 or 1));

    /// <summary>"Why did Kestrel drop by 20k": it is the deal that changed, not our reading of it.</summary>
    private static bool AsksOfRecord(Clause clause) =>
        clause.ValuesOf(ValueKind.Delta).Any() && (clause.Has(Feature.Deal) || clause.Has(Feature.Customer) || clause.Has(Feature.Hint)) && !clause.Words("why_rest").Any(word => word.Value is "you" or "did you" or "do you" or ['你']);
}
