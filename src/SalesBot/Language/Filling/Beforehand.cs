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
        if (draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).FirstOrDefault(day => day.Date >= draft.Message.Today) is { } day) Due(draft, day, draft.Slots.Time("time"));
        else if (draft.Clause.Focus is { Fresh: true, Undone: false, LastSlots: { } last } && (last.Date("next_date") ?? last.Date("date")) is { } planned && planned >= draft.Message.Today) Due(draft, new Value(ValueKind.Date, draft.Clause.From, draft.Clause.From) { Date = planned }, last.Time("next_time") ?? last.Time("time"));
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

    private static (int Days, int Minutes, Phrases.Mark Mark)? Length(Draft draft, Value day)
    {
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

    private static Phrases.Mark? Word(Draft draft, Value length)
    {
        foreach (var word in draft.Clause.Words("ahead"))
        {
            if (length.Start >= word.End && length.Start - word.End <= 1) return word;
        }

        foreach (var word in draft.Clause.Words("beforehand"))
        {
            if (word.Start >= length.End && word.Start - length.End <= 1) return word;
        }

        return null;
    }

    // 昨天 is yesterday whatever the event is; 前一天 and "two days earlier" hang on it.
    private static bool IsBefore(Draft draft, Value day) =>
        draft.Clause.Words("day_before").Any(word => day.Mark.Overlaps(word.Start, word.End));
}
