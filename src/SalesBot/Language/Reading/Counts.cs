namespace SalesBot.Language.Reading;

/// <summary>“一共46台”, "gateway count came in, 46 units": how many there are to be, told of a customer or deal, is no amount and asks for no list.</summary>
internal static class Counts
{
    private static readonly string[] MaySoundSo = ["update_amount", "query_deals", "log_service_ticket", "pipeline", "create_deal"];

    /// <summary>Nothing but counts is told; neither money nor a thing that is ordered or asked for.</summary>
    public static bool AreTold(Clause clause) =>
        MaySoundSo.Contains(clause.Ranked[0].Intent, StringComparer.Ordinal) && Only(clause) && !clause.Has(Feature.Question) && !clause.Has(Feature.DealsWord) && clause.Words("list_verb").Count == 0 && clause.Words("sort").Count == 0 && clause.Words("limit_lead").Count == 0
        && !(clause.ByRules is [{ Intent: "create_deal" or "log_service_ticket", Score: >= Choice.EnoughToWrite }, ..]);

    private static bool Only(Clause clause) =>
        clause.ValuesOf(ValueKind.Number).Any() && clause.ValuesOf(ValueKind.Number).All(number => IsCount(clause, number)) && !clause.ValuesOf(ValueKind.Money, ValueKind.MoneyRange, ValueKind.Delta, ValueKind.Percent, ValueKind.Discount).Any()
        && clause.Words("times").Count == 0 && clause.Word("field") is not "amount";

    private static bool IsCount(Clause clause, Value number)
    {
        var at = number.End;
        while (at < clause.To && clause.Message.Text[at] == ' ') at++;
        var (start, end) = clause.Breaths.FirstOrDefault(part => number.Mark.Overlaps(part.Start, part.End), (Start: clause.From, End: clause.To));
        return clause.Words("unit_count").Any(word => word.Start == at || (word.Start < at && word.End > at)) || clause.Words("count_word").Any(word => word.Start >= start && word.End <= end);
    }
}
