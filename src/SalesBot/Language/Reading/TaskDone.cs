using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>“给袁总的会议纪要寄了”, where 给袁总寄会议纪要 is to be done: all of a to-do's title, in whichever order, that it is done, and nothing else. It is ticked, and no contact is reported.</summary>
internal static class TaskDone
{
    /// <summary>Chinese characters; a shorter title is too easily said by chance.</summary>
    private const int Least = 4;

    /// <summary>The clause as a whole, or its first breath where the others only tell how (“…寄了 顺丰今早发的”).</summary>
    public static bool Is(Clause clause) =>
        IsAll(clause) || (clause.Breaths is [var first, _, ..] && IsAll(clause.Part(first.Start, first.End)) && clause.Part(first.End, clause.To) is var rest && !rest.ValuesOf(ValueKind.Money).Any() && !rest.ValuesOf(ValueKind.Date).Any(day => day.Date > clause.Message.Today)
            && rest.ByRules is not [{ Score: >= Choice.EnoughToWrite, Intent: not ("log_followup" or "complete_task") }, ..] && !rest.Has(Feature.Question));

    private static bool IsAll(Clause clause)
    {
        if (clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.Words("done_end").LastOrDefault() is not { End: > 0 } end || !clause.Marks.IsEnd(end.End) || TaskMatch.Find(clause) is not [var task]) return false;
        var text = clause.Message.Text.Text;
        var title = NormalText.Of(task.Name).Text;
        var own = title.Where(letter => Script.IsChinese(letter) && !PhraseBook.Standard.IsGlue(letter.ToString())).ToList();
        if (own.Count < Least || !own.TrueForAll(letter => text.IndexOf(letter, clause.From, clause.To - clause.From) >= 0)) return false;
        var past = clause.ValuesOf(ValueKind.Date).Where(day => (day.PastDate ?? day.Date) <= clause.Message.Today).Select(day => day.Mark);
        return Answers.Covers(clause, clause.From, clause.To, [.. TaskMatch.Letters(clause, title), .. TaskMatch.Words(clause, task), .. past, .. clause.Names, .. clause.Words("done_end"), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle), .. clause.Words("part_of_day")]);
    }
}
