namespace SalesBot.Language.Reading;

/// <summary>“不对,是80万”, "no, Friday": another value for the act just done. The act's subject stays, only what was said anew is filled.</summary>
internal static class Corrections
{
    private const double OwnOrder = 9;

    public static Frame? Read(Clause clause)
    {
        var focus = clause.Focus;
        if (focus.LastIntent is null || focus.Pending is not null || !Opens(clause)) return null;
        if (clause.ByRules is [var best, ..] && best.Score >= OwnOrder && best.Intent != focus.LastIntent) return null;
        return Again.Read(clause, focus.LastIntent, focus.LastSlots) is { } anew ? anew with { Corrects = true } : null;
    }

    private static bool Opens(Clause clause) =>
        clause.Message.OpensAnew || clause.Marks.Of(Feature.Key("[correction]")).Any(mark => clause.Marks.IsStart(mark.Start));
}
