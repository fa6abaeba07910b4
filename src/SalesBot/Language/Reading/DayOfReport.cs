using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Spans;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>
/// "Make it Friday instead" right after a report: the call moves to a day that is past and near. Where the report spoke of a day to come, or to-dos or days of closing were shown since, and where only a
/// day to come is meant, it is asked what of that gets the day; the call does not move.
/// </summary>
internal static class DayOfReport
{
    /// <summary>Days.</summary>
    private const int Near = 14, Month = 31;

    private static readonly string[] OfTasks = ["list_tasks", "show_task"];

    /// <summary>What is asked instead of moving the call; null where the call moves.</summary>
    public static Frame? Asked(Clause clause, Frame anew)
    {
        if (anew.Intent != "log_followup" || anew.Slots.Date("date") is not { } day || clause.Focus.LastSlots is not { } known || clause.Message.NotMeant.Any(day => day.Date is not null) || WasThen.Is(clause)) return null;
        if (clause.ValuesOf(ValueKind.Date).LastOrDefault() is not { Date: { } said } value) return null;
        var today = clause.Message.Today;
        if (said <= today) return (known.Date("date") ?? today).DayNumber - day.DayNumber > Month ? new Frame("unknown") : null;
        var isNear = value.PastDate is { } past && today.DayNumber - past.DayNumber <= Near;
        return isNear && !SpeaksOfLater(clause, known) && !Shows(clause) ? null : Question(clause, known, said);
    }

    /// <summary>“周四前要报价”: a day to come is in what was told.</summary>
    private static bool SpeaksOfLater(Clause clause, Slots known) =>
        known.Text("content") is { } told && SpanReader.Read(NormalText.Of(told), clause.Message.Now).Any(found => found.Type is FoundType.Date or FoundType.DateTime or FoundType.DateRange && (found.Date > clause.Message.Today || (found.To is { } last && DateOnly.FromDateTime(last) > clause.Message.Today)));

    private static bool Shows(Clause clause) => clause.Focus is { Looked: true, LookIntent: { } look } && (OfTasks.Contains(look, StringComparer.Ordinal) || ShowsCloses(clause));

    private static bool ShowsCloses(Clause clause) => clause.Focus is { Looked: true, LookSlots: { } slots } && (slots.ContainsKey("close_after") || slots.ContainsKey("close_before"));

    private static Frame Question(Clause clause, Slots known, DateOnly day)
    {
        var deal = clause.Index.Get(known.Text("deal"));
        var customer = deal?.Customer ?? known.Text("customer");
        var tasks = TaskMatch.Open(clause).Where(task => customer is not null && clause.Index.CustomerOf(task) == customer).OrderBy(task => task.Date).ThenBy(task => task.Key, StringComparer.Ordinal).ToList();
        if (tasks.Count > 0 && !ShowsCloses(clause) && day.DayNumber - clause.Message.Today.DayNumber <= Month) return Moved(clause, tasks, day);
        if (deal is null) return new Frame("unknown");
        var draft = Draft.Of(clause, "update_close_date");
        draft.Refer("deal", [deal]);
        draft.Slots.Set("close_date", day);
        return draft.ToFrame(0);
    }

    private static Frame Moved(Clause clause, List<NamedRecord> tasks, DateOnly day)
    {
        var draft = Draft.Of(clause, "snooze");
        draft.ReferOrAsk("task", tasks);
        draft.Slots.Set("date", day);
        DateSlots.Clock(draft, "time", clause.From, clause.To);
        return draft.ToFrame(0);
    }
}
