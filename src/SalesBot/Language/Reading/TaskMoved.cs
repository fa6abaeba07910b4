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
        if (WasThen.Is(clause)) return [];
        if (Appointments.Kept(clause) is { Count: > 0 } kept) return kept;
        if (ComesLater(clause)) return TaskMatch.Spelled(clause);
        if (!Reads(clause) && TaskAnew.Of(clause) is { Count: > 0 } anew) return anew;
        if (!Moves(clause)) return [];
        var moves = clause.Words("moves");
        IReadOnlyList<NamedRecord> spelled = !clause.ValuesOf(Days).Any(day => moves.Any(move => move.Start < day.End)) ? []
            : [.. TaskMatch.Spelled(clause).Where(task => !TellsBeside(clause, task) && clause.Words("closes").All(word => NormalText.Of(task.Name).Text.Contains(clause.Message.Text.Text[word.Start..word.End], StringComparison.Ordinal)))];
        return spelled.Count > 0 ? spelled : OfSomebody(clause) is { Count: > 0 } theirs ? theirs : Begun(clause) is { Count: > 0 } begun ? begun : Thing(clause) is { } thing ? PlannedThing.Tasks(clause, thing) : Called(clause);
    }

    /// <summary>“韩雪改到下午三点了”: only somebody is named, so that it is what is planned with them.</summary>
    private static List<NamedRecord> OfSomebody(Clause clause)
    {
        var names = Somebody(clause).Select(name => clause.Message.Text.Text[name.Start..name.End]).ToList();
        return names.Count == 0 ? [] : [.. TaskMatch.Open(clause).Where(task => names.Exists(name => NormalText.Of(task.Name).Text.Contains(name, StringComparison.Ordinal)))];
    }

    /// <summary>The people who are named where something gets another day, if nothing else is.</summary>
    public static IReadOnlyList<Mark> Somebody(Clause clause)
    {
        if (!Moves(clause) || Phrase(clause) is not { } phrase) return [];
        var part = clause.Part(phrase.Start, phrase.End);
        var people = part.Mentions.Where(name => name.Kind is NamedKind.Contact or NamedKind.Person).Select(name => name.Mark).Concat(part.Strangers).ToList();
        List<Mark> rest = [.. clause.Names, .. clause.Values.Select(value => value.Mark), .. clause.Words("moves"), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle), .. clause.Words("over_there"), .. clause.Words("filler"), .. clause.Words("until"), .. clause.Words("lead"), .. clause.Words("now_word")];
        return Answers.Covers(clause, clause.From, clause.To, rest) ? people : [];
    }

    /// <summary>“算了还是挪到下周一吧” after a to-do was moved and that was taken back: it is that one again.</summary>
    public static Frame? Again(Clause clause)
    {
        if (clause.Focus is not { Undone: true, LastIntent: "snooze", LastSlots: { } last } || clause.Focus is { Pending: not null, Optional: false } || clause.Mentions.Count > 0 || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Words("closes").Count > 0 || clause.Words("field").Any(PlannedThing.IsOfDeal)) return null;
        if (clause.Index.Get(last.Text("task")) is not { IsOpen: true } task || clause.ValuesOf(ValueKind.Money, ValueKind.Delta, ValueKind.Percent).Any() || clause.Words("moves").Concat(clause.Words("settle")).Concat(clause.Words("correction")).Any() is false) return null;
        var draft = Draft.Of(clause, "snooze");
        draft.Refer("task", [task]);
        SlotReaders.Fill(draft, ["until"]);
        return draft.Slots.ContainsKey("date") || draft.Slots.ContainsKey("time") ? draft.ToFrame(1) : null;
    }

    /// <summary>“去宏远的改到下周一上午”: more than a name, and the very words of a title in a row.</summary>
    private static IReadOnlyList<NamedRecord> Begun(Clause clause) =>
        clause.Words("closes").Count > 0 || clause.Has(Feature.DealsWord) || clause.Has(Feature.Touched) || Phrase(clause) is not { } phrase || Answers.Covers(clause, phrase.Start, phrase.End, [.. clause.Names, .. clause.Descriptive, .. clause.Marks.Of(Feature.This), .. clause.Marks.Of(Feature.Particle), .. clause.Words("over_there"), .. clause.Marks.Of(Feature.Glue).Where(word => !Script.IsChinese(clause.Message.Text[word.Start]))]) ? []
        : PlannedThing.Begun(clause, phrase);

    /// <summary>"The gateways thing", “样机那件事”: to-dos that have one of its words, though a deal has it too.</summary>
    private static List<NamedRecord> Called(Clause clause) =>
        clause.Has(Feature.Touched) || Phrase(clause) is not { } phrase || !clause.Words("some_thing").Concat(clause.Words("task_word")).Any(word => word.Start > phrase.Start && word.End <= phrase.End) ? []
        : PlannedThing.Tasks(clause, phrase) is { Count: > 0 } named ? [.. named]
        : [.. TaskMatch.Open(clause).Where(task => TaskMatch.Words(clause, task).Any(word => word.Start >= phrase.Start && word.End <= phrase.End && !clause.Words("some_thing").Contains(word)))];

    /// <summary>What is called so is no to-do, and no deal either.</summary>
    public static Mark? Nobodys(Clause clause) =>
        Moves(clause) && MaySoundSo.Contains(clause.Ranked[0].Intent, StringComparer.Ordinal) && Thing(clause) is { } thing ? thing : null;

    /// <summary>What is called by words of its own and gets another day, though it is none of the speaker's open to-dos: nothing but the name of a deal or customer is none.</summary>
    public static string? Called(Clause clause, Subject subject)
    {
        if (!Moves(clause) || !MaySoundSo.Contains(clause.Ranked[0].Intent, StringComparer.Ordinal) || Phrase(clause) is not { } phrase || clause.Words("closes").Count > 0 || clause.Marks.Of(Feature.DealsWord).Any(word => word.Overlaps(phrase.Start, phrase.End))) return null;
        List<Mark> deals = [.. clause.Mentions.Where(name => name.Kind is not NamedKind.Task && name.Strength >= NameStrength.Sound).Select(name => name.Mark), .. clause.Message.Besides, .. subject.Deals.Count > 0 ? clause.Descriptive : []];
        return Unexplained.HasThing(clause, phrase, deals) ? clause.Message.AsTyped(phrase.Start, phrase.End) : null;
    }

    /// <summary>"Move the pilot to Friday": a deal that is called by a part of its name alone, a day of the next weeks, and its close far behind that: hardly the deal.</summary>
    public static bool IsFarFromClose(Clause clause, Subject subject) =>
        subject is { Said: true, Deals: [{ Date: { } close }] } && Moves(clause) && clause.Words("closes").Count == 0 && !clause.Has(Feature.DealsWord) && !clause.Mentions.Any(name => name.Kind is NamedKind.Customer or NamedKind.Deal && name.Strength >= NameStrength.Short)
        && clause.ValuesOf(ValueKind.Date).Any(day => day.Date is { } date && date.DayNumber - clause.Message.Today.DayNumber is > 0 and <= Near && close.DayNumber - date.DayNumber > Near);

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
        if (clause.Words("moves").Count == 0 || clause.Has(Feature.Question) || clause.Has(Feature.If) || WantedDay.IsForbidden(clause) || clause.Words("field").Any(PlannedThing.IsOfDeal)) return false;
        return !Reads(clause) && !OfItsOwn.Contains(clause.Ranked[0].Intent, StringComparer.Ordinal) && !clause.ByRules.Any(scored => scored.Intent == "add_task" && scored.Reasons.Any(reason => reason.Rule is { OnlyOrders: true, Weight: >= TextSlots.OnlyOrders } && !reason.Words.All(word => clause.Words("moves").Any(move => move.Start == word.End))));
    }

    private static bool Reads(Clause clause) => PhraseBook.Standard.Reads.Contains(clause.Ranked[0].Intent) && !PhraseBook.Standard.Aside.Contains(clause.Ranked[0].Intent);

    /// <summary>Words of a contact that took place, where they are none of the to-do's own ("demo for").</summary>
    private static bool TellsBeside(Clause clause, NamedRecord task)
    {
        var words = TaskMatch.Words(clause, task).ToList();
        return clause.Marks.Of(Feature.Touched).Any(told => !words.Exists(word => word.Overlaps(told.Start, told.End)));
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
