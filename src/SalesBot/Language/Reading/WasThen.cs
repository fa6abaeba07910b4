using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>"The plant visit was on Friday", “参观上周五已经去了”, “演示周五开过了”: what took place on a day that is past. It is reported, or corrects the day of what was reported last; nothing is planned for it.</summary>
internal static class WasThen
{
    /// <summary>Days: a weekday that has been is one of these.</summary>
    private const int Near = 14;

    /// <summary>The words and a day that may be past stand beside each other, and nothing gets another day.</summary>
    public static bool Is(Clause clause) => Day(clause) is not null;

    public static Value? Day(Clause clause)
    {
        if (clause.Words("was_on").Count == 0 && clause.Words("over_and_done").Count == 0) return null;
        if (clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Words("moves").Count > 0 || clause.Words("closes").Count > 0) return null;
        var denied = WantedDay.Denied(clause).Select(day => day.Mark).ToList();
        var days = clause.ValuesOf(ValueKind.Date).Where(day => IsPast(clause, day)).Where(day => IsTold(clause, day)).ToList();
        return days is [var one] && !clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any(other => other != one && !denied.Contains(other.Mark) && other.Date > clause.Message.Today) ? one : null;
    }

    public static Frame? Read(Clause clause)
    {
        if (Day(clause) is not { } day || clause.Focus is { Pending: not null, Optional: false, Asked: not "customer" }) return null;
        var subject = SubjectFinder.Find(clause);
        var task = Task(clause, day);
        var customer = task is not null ? clause.Index.CustomerOf(task) : null;
        if (Corrected(clause, day, subject.Said ? subject.Customer?.Key : customer) is { } corrected) return corrected;
        if (task is null || customer is null || (subject.Said && subject.Customer?.Key != customer)) return null;
        var about = subject.Said ? subject : new Subject { Customers = Of(clause, customer), Deals = Of(clause, task.Deal), Said = true };
        var told = Choice.Frame(clause, new ScoredIntent("log_followup", Choice.EnoughToWrite * 2, []), about) with { Confidence = 1 };
        return clause.Words("order_tick").Count == 0 ? told : told with { Also = [Ticked(clause, task)] };
    }

    private static List<NamedRecord> Of(Clause clause, string? key) => clause.Index.Get(key) is { } record ? [record] : [];

    /// <summary>The day of what was reported last, of the same customer.</summary>
    private static Frame? Corrected(Clause clause, Value day, string? customer)
    {
        var focus = clause.Focus;
        if (focus is not { LastIntent: "log_followup", LastSlots: { } last, Undone: false } || !clause.Breaths.All(part => day.Mark.Overlaps(part.Start, part.End) || Answers.Covers(clause, part.Start, part.End, [.. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Polite), .. clause.Words("correction"), .. clause.Words("filler"), .. clause.Words("mistake")]))) return null;
        var own = last.Text("customer") ?? clause.Index.Get(last.Text("deal"))?.Customer;
        if (customer is null ? !focus.Fresh : customer != own) return null;
        var draft = Draft.Of(clause, "log_followup");
        Again.Carry(draft, last);
        draft.Slots.Set("date", DateSlots.Past(day, clause.Message.Today));
        return draft.Slots.Text("date") == last.Text("date") ? null : draft.ToFrame(1) with { Corrects = true };
    }

    /// <summary>The to-do that is called by what stands before the day.</summary>
    private static NamedRecord? Task(Clause clause, Value day)
    {
        var (start, _) = clause.Breaths.FirstOrDefault(part => day.Mark.Overlaps(part.Start, part.End));
        var end = clause.Words("was_on").Where(word => word.Start < day.Start).Select(word => word.Start).DefaultIfEmpty(day.Start).Max();
        return end > start && PlannedThing.Called(clause, new Mark(start, end)) is [var task] ? task : null;
    }

    private static Frame Ticked(Clause clause, NamedRecord task)
    {
        var draft = Draft.Of(clause, "complete_task");
        draft.Refer("task", [task]);
        return draft.ToFrame(1);
    }

    private static bool IsPast(Clause clause, Value day) =>
        (day.Date <= clause.Message.Today ? day.Date : day.PastDate) is { } past && clause.Message.Today.DayNumber - past.DayNumber is >= 0 and <= Near;

    private static bool IsTold(Clause clause, Value day) =>
        clause.Words("was_on").Any(word => clause.IsBlank(word.End, day.Start) || (word.Start < day.Start && word.End > day.Start)) || clause.Words("over_and_done").Any(word => clause.IsBlank(day.End, word.Start) || (word.Start >= day.End && clause.ValuesOf(ValueKind.Time).Any(time => clause.IsBlank(time.End, word.Start))));
}
