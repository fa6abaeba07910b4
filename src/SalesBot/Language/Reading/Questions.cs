using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Is the clause a question about how things are? "Can you …" is an order, and a question told within a report is none of ours.</summary>
internal static class Questions
{
    public static bool Asks(Clause clause) => NextIsMark(clause) ? !IsRequest(clause.Marks) : Asks(clause.Span, clause.Marks);

    public static bool Asks(ReadOnlySpan<char> text, Marks marks)
    {
        if (IsRequest(marks)) return false;
        if (text.TrimEnd().EndsWith("?", StringComparison.Ordinal)) return true;
        if (marks.Of(Feature.Particle).Any(mark => marks.IsEnd(mark.End))) return true;
        if (marks.Of(Feature.Auxiliary).Any(mark => marks.IsStart(mark.Start))) return true;
        return !marks.Has(Feature.Touched) && !marks.Has(Feature.Said) && marks.Of(Feature.Interrogative).Any(marks.IsChinese);
    }

    private static bool IsRequest(Marks marks) => marks.Of(Feature.Key("[request]")).Any(mark => marks.IsStart(mark.Start));

    private static bool NextIsMark(Clause clause) => clause.To < clause.Message.Text.Length && clause.Message.Text[clause.To] == '?';
}
