namespace SalesBot.Language.Reading;

/// <summary>Is the clause a question about how things are? "Can you …" is an order, and a question told within a report is none of ours.</summary>
internal static class Questions
{
    public static bool Asks(Clause clause)
    {
        if (clause.Marks.Of(Feature.Key("[request]")).Any(mark => clause.Marks.IsStart(mark.Start))) return false;
        if (clause.Span.TrimEnd().EndsWith("?", StringComparison.Ordinal) || NextIsMark(clause)) return true;
        var marks = clause.Marks;
        if (marks.Of(Feature.Particle).Any(mark => marks.IsEnd(mark.End))) return true;
        if (marks.Of(Feature.Auxiliary).Any(mark => marks.IsStart(mark.Start))) return true;
        return !clause.Has(Feature.Touched) && !clause.Has(Feature.Said) && marks.Of(Feature.Interrogative).Any(mark => Phrases.Script.IsChinese(clause.Message.Text[mark.Start]));
    }

    private static bool NextIsMark(Clause clause) => clause.To < clause.Message.Text.Length && clause.Message.Text[clause.To] == '?';
}
