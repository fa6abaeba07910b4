using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Asked for the next step, which nobody has to tell: what is no answer to that, and that there is none.</summary>
internal static class NoStep
{
    /// <summary>Asked for the next step: a condition or a price is none, nor is a mere name.</summary>
    public static bool Is(Clause clause) =>
        clause.Focus.Asked == "next_step" && (Misfits.TellsOfAbsence(clause) || TaskDone.Is(clause) || (clause.Focus.Optional && (clause.Has(Feature.If) || Reprices(clause) || AsksElsewhere(clause))) || Answers.Covers(clause, clause.From, clause.To, [.. clause.Mentions.Select(name => name.Mark), .. clause.Marks.Of(Feature.Polite)]));

    /// <summary>“百川回款情况”, "so the spares are 85k": it asks for something to be shown, or says a sum and neither a day nor what is to be done.</summary>
    private static bool AsksElsewhere(Clause clause) =>
        !clause.Has(Feature.Future) && clause.Words("act_word").Count == 0 && !clause.ValuesOf(ValueKind.Date, ValueKind.DateRange, ValueKind.Time).Any()
        && (clause.ValuesOf(ValueKind.Money).Any() || (clause.ByRules is [{ Score: >= Choice.EnoughToWrite } best, ..] && PhraseBook.Standard.Reads.Contains(best.Intent) && !PhraseBook.Standard.Aside.Contains(best.Intent)));

    /// <summary>"No next step", “下一步没有”.</summary>
    public static bool IsSaid(Clause clause) =>
        clause.Focus.Asked == "next_step" && clause.Words("next_word").Count > 0 && clause.Has(Feature.No) && Answers.Covers(clause, clause.From, clause.To, [.. clause.Marks.Of(Feature.No), .. clause.Words("next_word"), .. clause.Marks.Of(Feature.Polite), .. clause.Words("not_now")]);

    /// <summary>"Harbor down to 140k" right after a report is no step: nobody does it on a day.</summary>
    private static bool Reprices(Clause clause) =>
        !clause.Has(Feature.Future) && (clause.ByRules is [{ Intent: "update_amount", Score: >= Answers.Repriced }, ..] || clause.ValuesOf(ValueKind.Percent, ValueKind.Discount, ValueKind.Delta).Any());
}
