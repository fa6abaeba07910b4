using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>The name that a new record is given in so many words: “叫边缘网关试点”, "call it Roof Phase 2", "named “Bed management”".</summary>
internal static class GivenName
{
    /// <summary>What a name ends before; other numbers may be part of it (二期, "Phase 2").</summary>
    private static readonly ValueKind[] Ends = [ValueKind.Money, ValueKind.MoneyRange, ValueKind.Date, ValueKind.DateRange, ValueKind.Phone, ValueKind.Percent];

    /// <summary>“叫排水监测的”: what joins the name to a word for a deal that is left out.</summary>
    private const char Of = '的';

    /// <summary>The words that lead to it and the name itself; null where none is given.</summary>
    public static (Mark Lead, Mark Name)? Find(Clause clause)
    {
        foreach (var word in clause.Words("name_word"))
        {
            var (start, end) = Quoted(clause, word.End) ?? Open(clause, word.End);
            if (end - start >= 2) return (word, new Mark(start, end));
        }

        return null;
    }

    private static (int, int)? Quoted(Clause clause, int at)
    {
        var text = clause.Message.Text;
        while (at < clause.To && text[at] is ' ' or ':') at++;
        if (at >= clause.To || text[at] != '"') return null;
        var close = text.Text.IndexOf('"', at + 1, clause.To - at - 1);
        return close > at ? (at + 1, close) : null;
    }

    private static (int, int) Open(Clause clause, int at)
    {
        var text = clause.Message.Text.Text;
        while (at < clause.To && !char.IsLetterOrDigit(text[at])) at++;
        var part = Segments.Of(text, at, clause.To) is [var first, ..] ? first : (Start: at, End: at);
        var value = clause.ValuesOf(Ends).FirstOrDefault(value => value.Start >= part.Start && value.Start < part.End);
        var (start, end) = FreeText.Trim(clause, part.Start, value is null ? part.End : BeforeJoint(clause, part.Start, FreeText.BeforeLead(clause, part.Start, value.Start)));
        return (start, end > start && text[end - 1] == Of ? end - 1 : end);
    }

    /// <summary>"called Mould tracking for [60k]": without the word that joins the value to it.</summary>
    private static int BeforeJoint(Clause clause, int start, int end)
    {
        if (end <= start) return start;
        while (end > start && clause.Message.Text[end - 1] == ' ') end--;
        return clause.Marks.Of(Feature.Glue).Concat(clause.Words("name_stop")).FirstOrDefault(word => word.End == end && word.Start > start) is { End: > 0 } joint ? joint.Start : end;
    }
}
