using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>
/// “等技术答疑往后推到周四”, "push the contract draft to Friday": a to-do of the speaker's that is called by its own words gets another day; no deal moves for it. What is called so and is
/// none of theirs is asked about.
/// </summary>
internal static class TaskMoved
{
    /// <summary>A day so near is one of a to-do, where a mere "that" moves right after a report.</summary>
    private const int Near = 14;

    /// <summary>What a sentence that names another day may order by itself.</summary>
    private static readonly string[] OfItsOwn = ["delegate_approval", "record_payment"];

    /// <summary>What it sounds like where a thing of nobody's list is moved.</summary>
    private static readonly string[] MaySoundSo = ["update_close_date", "set_next_step", "add_task", "snooze", "log_followup", "unknown"];

    /// <summary>Acts after which "that" is what was told or planned.</summary>
    private static readonly string[] Planned = ["log_followup", "add_task", "snooze", "complete_task", "reopen_task"];

    private static readonly ValueKind[] Days = [ValueKind.Date, ValueKind.DateRange, ValueKind.Duration];

    /// <summary>The to-dos that are meant.</summary>
    public static IReadOnlyList<NamedRecord> Of(Clause clause)
    {
        if (ComesLater(clause)) return TaskMatch.Spelled(clause);
        if (!Moves(clause)) return [];
        var moves = clause.Words("moves");
        IReadOnlyList<NamedRecord> spelled = clause.Has(Feature.Touched) || !clause.ValuesOf(Days).Any(day => moves.Any(move => move.Start < day.End)) ? []
            : [.. TaskMatch.Spelled(clause).Where(task => clause.Words("closes").All(word => NormalText.Of(task.Name).Text.Contains(clause.Message.Text.Text[word.Start..word.End], StringComparison.Ordinal)))];
        return spelled.Count > 0 ? spelled : Thing(clause) is { } thing ? PlannedThing.Tasks(clause, thing) : Called(clause);
    }

    /// <summary>"The gateways thing", “样机那件事”: to-dos that have one of its words, though a deal has it too.</summary>
    private static List<NamedRecord> Called(Clause clause) =>
        clause.Has(Feature.Touched) || Phrase(clause) is not { } phrase || !clause.Words("some_thing").Any(word => word.Start > phrase.Start && word.End <= phrase.End) ? []
        : [.. TaskMatch.Open(clause).Where(task => TaskMatch.Words(clause, task).Any(word => word.Start >= phrase.Start && word.End <= phrase.End && !clause.Words("some_thing").Contains(word)))];

    /// <summary>What is called so is no to-do, and no deal either.</summary>
    public static Mark? Nobodys(Clause clause) =>
        Moves(clause) && MaySoundSo.Contains(clause.Ranked[0].Intent, StringComparer.Ordinal) && Thing(clause) is { } thing ? thing : null;

    /// <summary>“那个推到周四”, "push that to Thursday" right after a report or a to-do: of whom that was, and no deal's close.</summary>
    public static bool IsOfWhatWasTold(Clause clause)
    {
        var focus = clause.Focus;
        var last = focus is { Pending: { } open, Optional: false } ? open : focus.Fresh && !focus.Looked ? focus.LastIntent : null;
        return last is not null && Planned.Contains(last, StringComparer.Ordinal) && PointsAt(clause);
    }

    /// <summary>The same after another look: it may be the deal that was looked at, which is asked.</summary>
    public static bool MayBeOfWhatWasPlanned(Clause clause) =>
        clause.Focus is { Looked: true, Pending: null, Undone: false, LastIntent: { } last } && Planned.Contains(last, StringComparer.Ordinal) && PointsAt(clause);

    private static bool PointsAt(Clause clause)
    {
        var focus = clause.Focus;
        if ((focus.Deal ?? focus.Customer) is null || clause.Mentions.Count > 0 || !Moves(clause) || Phrase(clause) is not { } phrase || !clause.Marks.Of(Feature.Key("[this:any]")).Any(word => word.Start >= phrase.Start && word.End <= phrase.End)) return false;
        return !PlannedThing.Is(clause, phrase) && !clause.Has(Feature.DealsWord) && !clause.Has(Feature.ThisDeal) && clause.Words("closes").Count == 0 && clause.ValuesOf(ValueKind.Date).Any(day => day.Date is { } date && date.DayNumber - clause.Message.Today.DayNumber is > 0 and <= Near);
    }

    /// <summary>“百川的样本明天再寄吧”, “催图纸 明天提醒我”, "the samples can wait until Friday": on a day to come, not now.</summary>
    private static bool ComesLater(Clause clause)
    {
        if (clause.Has(Feature.Touched) || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.Words("closes").Count > 0) return false;
        var day = clause.ValuesOf(ValueKind.Date).FirstOrDefault(value => value.Date > clause.Message.Today);
        return day is not null && (clause.Words("later_word").Any(word => (word.Start - day.End) is 0 or 1 || (word.End <= day.Start && day.Start - word.End <= 1)) || (clause.Words("remind_me").Any(word => word.Start - day.End is 0 or 1) && clause.Marks.IsEnd(clause.Words("remind_me")[^1].End)));
    }

    private static bool Moves(Clause clause)
    {
        if (clause.Words("moves").Count == 0 || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Has(Feature.Dont) || clause.Words("field").Any(PlannedThing.IsOfDeal)) return false;
        if (PhraseBook.Standard.Reads.Contains(clause.Ranked[0].Intent) && !PhraseBook.Standard.Aside.Contains(clause.Ranked[0].Intent)) return false;
        return !OfItsOwn.Contains(clause.Ranked[0].Intent, StringComparer.Ordinal) && !clause.ByRules.Any(scored => scored.Intent == "add_task" && scored.Reasons.Any(reason => reason.Rule is { OnlyOrders: true, Weight: >= TextSlots.OnlyOrders }));
    }

    private static Mark? Thing(Clause clause) =>
        Phrase(clause) is { } phrase && PlannedThing.Is(clause, phrase) && clause.Marks.Of(Feature.Touched).All(word => word.Start >= phrase.Start && word.Start < phrase.End) ? phrase : null;

    /// <summary>What stands before the word of moving; where nothing of weight does, what stands between it and the day.</summary>
    private static Mark? Phrase(Clause clause)
    {
        var text = clause.Message.Text.Text;
        foreach (var move in clause.Words("moves"))
        {
            var (start, end) = clause.Breaths.FirstOrDefault(part => move.Overlaps(part.Start, part.End));
            var day = clause.ValuesOf([.. Days, ValueKind.Time]).FirstOrDefault(value => value.Start >= move.Start && value.Start < end && value.End > move.End);
            if (day is null || clause.Words("moves").Any(next => next.Start >= move.End && next.End <= day.Start)) continue;
            var (from, to) = FreeText.Trim(clause, start, move.Start, deed: true);
            if (from < to && !Answers.Covers(clause, from, to, [.. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Words("opener"), .. clause.Words("filler"), .. clause.Marks.Of(Feature.Key("[wish]")), .. clause.Words("request")])) return new Mark(from, to);
            var after = move.End;
            while (after < day.Start && Script.IsLatin(text[after]) && Script.IsLatin(text[after - 1])) after++;
            (from, to) = FreeText.Trim(clause, after, BeforeDay(clause, after, day.Start), deed: true);
            if (from < to) return new Mark(from, to);
        }

        return null;
    }

    /// <summary>Without the "to", "until" or “到” that leads to the day.</summary>
    private static int BeforeDay(Clause clause, int from, int to)
    {
        while (to > from && clause.Message.Text[to - 1] == ' ') to--;
        return clause.Words("until").Concat(clause.Words("set_to")).Concat(clause.Words("lead")).Where(word => word.End == to && word.Start >= from).OrderBy(word => word.Start).FirstOrDefault() is { End: > 0 } word ? word.Start : to;
    }
}
