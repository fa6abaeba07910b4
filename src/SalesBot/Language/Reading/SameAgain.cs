using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// "Put it on friday, same time", “改到周五，时间不变” of the to-do that was just added, moved or shown: it moves and keeps its hour. "And the gateway count as well", “催图纸的也是” right after
/// one was put off, called off or ticked: the same act for that one, on the same day.
/// </summary>
internal static class SameAgain
{
    private static readonly string[] Acts = ["snooze", "call_off_task", "complete_task"], Planned = ["add_task", "snooze", "set_next_step", "reopen_task"];

    private static readonly string[] Empty = ["hollow", "scrap", "same_hour", "moves", "move_lead", "until", "lead", "opener", "filler", "connector", "settle", "correction", "correction_end", "rather_than", "instead_of", "request", "is_at"];

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is { Undone: true } or { Pending: not null, Optional: false } || clause.Span.Contains('?') || clause.Has(Feature.If) || clause.Has(Feature.Dont)) return null;
        return Moved(clause) ?? Likewise(clause);
    }

    /// <summary>No letter but of days, of moving and of what points: nothing is named.</summary>
    public static bool NamesNothing(Clause clause, params IReadOnlyList<Mark> besides) =>
        Answers.Covers(clause, clause.From, clause.To, [.. besides, .. Empty.SelectMany(clause.Words), .. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.This), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle)]);

    private static Frame? Moved(Clause clause)
    {
        if (clause.Words("same_hour").Count == 0 || clause.Mentions.Count > 0 || !clause.ValuesOf(ValueKind.Date).Any() || !NamesNothing(clause)) return null;
        if (Last(clause) is not { } task) return null;
        var draft = Draft.Of(clause, "snooze");
        draft.Refer("task", [task]);
        SlotReaders.Fill(draft, ["until"]);
        return draft.Slots.ContainsKey("date") ? draft.ToFrame(1) : null;
    }

    /// <summary>The one of the last act, if nothing was said since or it is on the list that was shown; else the only one on that.</summary>
    private static NamedRecord? Last(Clause clause)
    {
        var focus = clause.Focus;
        var shown = Places.OpenTasks(clause);
        if (focus.LastIntent is { } last && Planned.Contains(last, StringComparer.Ordinal) && OfLast(clause) is { } task && (focus.Fresh || (focus.Looked && shown.Contains(task)))) return task;
        return focus is { Looked: true } && shown is [var only] ? only : null;
    }

    private static NamedRecord? OfLast(Clause clause)
    {
        var slots = clause.Focus.LastSlots;
        if (clause.Index.Get(slots?.Text("task")) is { Kind: NamedKind.Task, IsOpen: true } known) return known;
        var title = slots?.Text("content") ?? slots?.Text("next_step");
        var called = TaskMatch.Open(clause).Where(task => task.Name == title).ToList();
        if (called.Count > 1) called = called.FindAll(task => task.Date == slots?.Date("date"));
        return called is [var one] ? one : null;
    }

    private static Frame? Likewise(Clause clause)
    {
        var focus = clause.Focus;
        if (focus is not { Fresh: true, LastIntent: { } last } || !Acts.Contains(last, StringComparer.Ordinal) || clause.Values.Count > 0) return null;
        if (clause.Words("also_that") is not [var also, ..] || Other(clause, also) is not { Count: > 0 } tasks) return null;
        var draft = Draft.Of(clause, last);
        draft.ReferOrAsk("task", tasks);
        if (last != "snooze") return draft.ToFrame(1);
        if ((clause.Index.Get(focus.LastSlots?.Text("task"))?.Date ?? focus.LastSlots?.Date("date")) is not { } day) return null;
        draft.Slots.Set("date", day);
        return draft.ToFrame(1);
    }

    /// <summary>To-dos that are called by what stands before the word for "too", or behind it, and by nothing else.</summary>
    private static List<NamedRecord> Other(Clause clause, Mark also)
    {
        var isFirst = also.Start == clause.From || NamesNothing(clause.Part(clause.From, also.Start));
        var phrase = isFirst ? new Mark(also.End, clause.To) : new Mark(clause.From, also.Start);
        var tasks = PlannedThing.Tasks(clause, phrase).Where(task => task.Key != clause.Focus.LastSlots?.Text("task")).ToList();
        List<Mark> known = [.. tasks.SelectMany(task => TaskMatch.Words(clause, task)), .. TaskMatch.Letters(clause, tasks.ConvertAll(task => task.Name)), .. clause.Names, .. clause.Words("also_that"), .. clause.Words("some_thing"), .. clause.Words("task_word"), .. clause.Words("and"), .. clause.Marks.Of(Feature.Glue)];
        return NamesNothing(clause, known) ? tasks : [];
    }
}
