using System.Globalization;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>
/// A reminder so long before something: “4月20号开标 提前三天提醒我”, "demo on 27 March, tell me two days before". The day said is the event's, the
/// reminder counts back from it. "The day before" and 前一天 alone would be in the past, where nobody is reminded.
/// </summary>
internal static class Beforehand
{
    public static void Due(Draft draft)
    {
        var ago = Ago(draft.Clause);
        if (ago is { } length)
        {
            draft.Use(length.Mark, "date");
            draft.Slots.Remove("date");
            if (draft.Slots.Time("time") == length.Clock) draft.Slots.Remove("time");
        }

        if (draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).FirstOrDefault(day => day.Date >= draft.Message.Today && ago?.Mark.Overlaps(day.Start, day.End) != true) is { } day)
        {
            if (ago is not null) draft.Slots.Set("date", day.Date!.Value);
            Due(draft, day, draft.Slots.Time("time"));
        }
        else if (draft.Clause.Focus is { Fresh: true, Undone: false, LastSlots: { } last } && (last.Date("next_date") ?? last.Date("date")) is { } planned && planned >= draft.Message.Today && !NamesAnother(draft, last)) Due(draft, new Value(ValueKind.Date, draft.Clause.From, draft.Clause.From) { Date = planned }, last.Time("next_time") ?? last.Time("time"));
        else if ((ago is { } back ? (back.Minutes, back.Mark) : OfMeeting(draft)) is { Minutes: > 0 } before) Ahead(draft, before.Minutes);
    }

    /// <summary>"Before the Pinecrest visit", after a call with somebody else was planned.</summary>
    private static bool NamesAnother(Draft draft, Slots last) =>
        draft.Subject is { Said: true, Customer: { } customer } && (last.Text("customer") ?? draft.Clause.Index.Get(last.Text("deal"))?.Customer) is { } planned && planned != customer.Key;

    private static void Ahead(Draft draft, int minutes)
    {
        draft.Slots["remind_ahead"] = minutes.ToString(CultureInfo.InvariantCulture);
        draft.Slots.TryAdd("content", draft.Message.AsTyped(draft.Clause.From, draft.Clause.To));
        if (draft.Subject.Said) draft.Slots["ahead_named"] = "true";
    }

    /// <summary>“会前一小时叫我”: right behind the word for a meeting, what sounds like an hour ago is so long before it.</summary>
    private static (int Minutes, TimeOnly Clock, Mark Mark)? Ago(Clause clause)
    {
        if (clause.Words("remind_me").Count == 0) return null;
        foreach (var time in clause.ValuesOf(ValueKind.Time))
        {
            if (clause.Message.Text[time.Start] != '前' || clause.Words("meets").FirstOrDefault(word => word.End == time.Start) is not { End: > 0 } meeting) continue;
            var day = clause.ValuesOf(ValueKind.Date).FirstOrDefault(day => day.Start == time.Start)?.Date ?? clause.Message.Today;
            var minutes = (int)Math.Round((clause.Message.Now - day.ToDateTime(time.Time!.Value)).TotalMinutes);
            if (minutes > 0) return (minutes, time.Time.Value, new Mark(clause.Words("meets").Where(word => word.End == meeting.End).Min(word => word.Start), time.End));
        }

        return null;
    }

    /// <summary>“拜访前半小时提醒我”, "remind me 30 min before the visit": of a meeting that is on the list already.</summary>
    private static (int Minutes, Mark Mark)? OfMeeting(Draft draft)
    {
        var clause = draft.Clause;
        if (clause.Words("remind_me").Count == 0 || clause.Words("meets").Concat(clause.Words("plan_way")).All(word => clause.Names.Any(name => name.Overlaps(word.Start, word.End)))) return null;
        return clause.ValuesOf(ValueKind.Duration).Where(length => Word(draft, length) is not null)
            .Select(length => ((int, Mark)?)(length.Days > 0 ? length.Days.Value * 24 * 60 : length.Minutes, length.Mark)).FirstOrDefault();
    }

    /// <summary>“提前一小时提醒我” right after something was planned counts back from that.</summary>
    private static void Due(Draft draft, Value day, TimeOnly? at)
    {
        if (Length(draft, day) is not { } before) return;
        draft.Slots.Set("event_date", day.Date!.Value);
        draft.Use(before.Mark, "date");
        if (before.Minutes > 0 && at is null) return;
        var moment = day.Date.Value.ToDateTime(at ?? default).AddDays(-before.Days).AddMinutes(-before.Minutes);
        draft.Slots.Set("date", DateOnly.FromDateTime(moment));
        if (at is null) return;
        draft.Slots.Set("time", TimeOnly.FromDateTime(moment));
        draft.Slots.Set("event_time", at.Value);
    }

    private static (int Days, int Minutes, Mark Mark)? Length(Draft draft, Value day)
    {
        if (Ago(draft.Clause) is { } ago) return (0, ago.Minutes, ago.Mark);
        foreach (var value in draft.Clause.ValuesOf(ValueKind.Duration, ValueKind.Date, ValueKind.DateRange))
        {
            if (value.Kind == ValueKind.Duration && Word(draft, value) is { } word)
            {
                draft.Use(word, "date");
                return (value.Days ?? 0, value.Days > 0 ? 0 : value.Minutes, value.Mark);
            }

            if (value.Kind != ValueKind.Duration && value.Start >= day.End && IsBefore(draft, value) && From(draft, value) is { } from) return (from.DayNumber - value.Date!.Value.DayNumber, 0, value.Mark);
        }

        return null;
    }

    /// <summary>The day that "the day before" was counted back from: the one last spoken of, else today; what is counted back from the event is as long.</summary>
    private static DateOnly? From(Draft draft, Value value) =>
        value.Date < draft.Message.Today ? draft.Message.Today : draft.Clause.Focus.Day is { } spoken && value.Date < spoken ? spoken : null;

    private static Mark? Word(Draft draft, Value length)
    {
        foreach (var word in draft.Clause.Words("ahead"))
        {
            if (length.Start >= word.End && length.Start - word.End <= 1) return word;
        }

        foreach (var word in draft.Clause.Words("beforehand"))
        {
            if (word.Start >= length.End && word.Start - length.End <= 1) return word;
        }

        foreach (var word in draft.Clause.Words("before_it"))
        {
            if (draft.Clause.Words("remind_me").Count > 0 && draft.Clause.IsBlank(word.End, length.Start)) return draft.Clause.Words("meets").Where(what => what.End == word.Start).Select(what => new Mark(what.Start, word.End)).FirstOrDefault(word);
        }

        return null;
    }

    // 昨天 is yesterday whatever the event is; 前一天 and "two days earlier" hang on it.
    private static bool IsBefore(Draft draft, Value day) =>
        draft.Clause.Words("day_before").Any(word => day.Mark.Overlaps(word.Start, word.End));
}
