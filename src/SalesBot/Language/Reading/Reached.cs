using SalesBot.Language.Filling;

namespace SalesBot.Language.Reading;

/// <summary>“江楠 闽江 海鸿 都打过电话了”, "Nordlicht, Lotus, Casa - emailed all three": several customers in a row and that each of them was reached: a report for each.</summary>
internal static class Reached
{
    private static readonly string[] MaySoundSo = ["log_followup", "complete_task", "unknown", "add_task", "set_next_step"];

    public static bool All(Clause clause) =>
        clause.Focus is { Pending: null } or { Optional: true } && MaySoundSo.Contains(clause.Ranked[0].Intent, StringComparer.Ordinal) && (clause.Words("apiece").Count > 0 || clause.Words("both_of").Count > 0)
        && (clause.Has(Feature.Touched) || clause.Has(Feature.Method)) && !clause.Has(Feature.Question) && !clause.Has(Feature.If) && !clause.Has(Feature.Dont) && !clause.ValuesOf(ValueKind.Date).Any(day => day.PastDate is null && day.Date > clause.Message.Today)
        && SubjectSlots.InARow(clause).Count > 1;
}
