using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;
using SalesBot.Language.Spans;

namespace SalesBot.Language.Filling;

/// <summary>Which of the dates said is which.</summary>
internal static class DateSlots
{
    /// <summary>Days: a month and day that come so late were meant as those of the year that is past.</summary>
    private const int Far = 300;

    /// <summary>Before a stretch of days they move by it.</summary>
    private static readonly System.Buffers.SearchValues<char> Pushed = System.Buffers.SearchValues.Create(['往', '推', '延', '顺', '挪', '拖', '移']);

    /// <summary>The expected close: the day, or the last day of a month or quarter; or the deal's own date moved by a length.</summary>
    public static void CloseDate(Draft draft)
    {
        var said = draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).LastOrDefault();
        if (said is not null && !IsPutOff(draft, said))
        {
            draft.Slots.Set("close_date", draft.Intent.Intent != "create_deal" && draft.Subject.Deal?.Date is { } before && Shift(draft, said) is { } shift ? Moved(before, shift) : said.Day!.Value);
            draft.Use(said.Mark, "close_date");
        }
        else if (draft.Intent.Intent != "create_deal" && draft.Clause.ValuesOf(ValueKind.Duration).LastOrDefault() is { Days: { } days } length && draft.Subject.Deal?.Date is { } old)
        {
            draft.Slots.Set("close_date", Moved(old, draft.Clause.Has(Feature.Key("[earlier]")) ? -days : days));
            draft.Use(length.Mark, "close_date");
        }
    }

    /// <summary>"A week later", "two weeks earlier": of the day that was planned, not of today. From now is said as such.</summary>
    private static int? Shift(Draft draft, Value said)
    {
        if (said is { Kind: ValueKind.DateRange, Date: { } first, Last: { } last }) return IsPushed(draft, said) ? Length(draft.Message.Today, first, last) : null;
        var words = draft.Message.Text.Slice(said.Start, said.End);
        if (draft.Clause.Focus.Day is not null && draft.Clause.Words("that_day").Any(word => said.Mark.Overlaps(word.Start, word.End))) return null;
        return said.Kind == ValueKind.Date && (words.EndsWith(" later", StringComparison.Ordinal) || words.EndsWith(" earlier", StringComparison.Ordinal)) ? said.Date!.Value.DayNumber - draft.Message.Today.DayNumber : null;
    }

    /// <summary>“月底签不了了，推两周”, "won't make month end, push it two weeks": the breath that orders gives a length, and the day before it is the one that will not be kept.</summary>
    private static bool IsPutOff(Draft draft, Value said)
    {
        if (draft.Clause.ValuesOf(ValueKind.Duration).LastOrDefault(length => length.Start >= said.End) is not { } length) return false;
        var breaths = draft.Clause.Breaths;
        var (day, order) = (breaths.FirstOrDefault(part => said.Mark.Overlaps(part.Start, part.End)), breaths.FirstOrDefault(part => length.Mark.Overlaps(part.Start, part.End)));
        var cues = draft.Intent.Cues.Where(cue => !draft.Clause.Mentions.Any(mention => mention.Mark.Overlaps(cue.Start, cue.End))).ToList();
        return day != order && cues.Exists(cue => cue.Overlaps(order.Start, order.End)) && !cues.Exists(cue => cue.Overlaps(day.Start, day.End));
    }

    /// <summary>“往后两周”, “推后三天”: by so much, not within the coming weeks.</summary>
    private static bool IsPushed(Draft draft, Value said) =>
        Pushed.Contains(draft.Message.Text[said.Start]) || (said.Start > draft.Clause.From && Pushed.Contains(draft.Message.Text[said.Start - 1]));

    /// <summary>Days of a stretch that begins or ends beside today; a whole month counts thirty.</summary>
    private static int? Length(DateOnly today, DateOnly first, DateOnly last)
    {
        var (sign, from, to) = first == today.AddDays(1) ? (1, today, last) : last == today.AddDays(-1) ? (-1, first, today) : (0, today, today);
        if (sign == 0) return null;
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return sign * (months > 0 && from.AddMonths(months) == to ? 30 * months : to.DayNumber - from.DayNumber);
    }

    /// <summary>Whole months of thirty days are months: a month after May 8 is June 8.</summary>
    private static DateOnly Moved(DateOnly day, int days) => days % 30 == 0 ? day.AddMonths(days / 30) : day.AddDays(days);

    /// <summary>When the deals asked for are to close; of those that are over, when that was.</summary>
    public static void CloseRange(Draft draft)
    {
        var said = draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).FirstOrDefault();
        if (draft.Slots.Text("status") is "won" or "lost")
        {
            Period(draft);
            if (Periods.Days(draft) is var (first, last)) Between(draft, first, last);
        }
        else if (said is null)
        {
            if (draft.Clause.Word("period") is { } name && Periods.Range(name, draft.Message.Today) is { } range) Between(draft, range.First, range.Last);
        }
        else if (said.Kind == ValueKind.DateRange && said.Bound is Bound.Before or Bound.Until) draft.Slots.Set("close_before", IsBefore(draft, said) ? said.Date!.Value.AddDays(-1) : said.Last!.Value);
        else if (said.Kind == ValueKind.DateRange && said.Bound is Bound.After) draft.Slots.Set("close_after", said.Last!.Value.AddDays(1));
        else if (said.Kind == ValueKind.DateRange && said.Bound is Bound.From) draft.Slots.Set("close_after", said.Date!.Value);
        else if (said.Kind == ValueKind.DateRange) Between(draft, said.Date!.Value, said.Last!.Value);
        else if (draft.Clause.Has(Feature.Key("[after]"))) draft.Slots.Set("close_after", said.Date!.Value);
        else if (draft.Clause.Has(Feature.Key("[until]"))) draft.Slots.Set("close_before", said.Date!.Value);
        else Between(draft, said.Date!.Value, said.Date.Value);
    }

    /// <summary>"Before June" ends the day before it begins, "by June" when it is over.</summary>
    private static bool IsBefore(Draft draft, Value range) => draft.Clause.Words("earlier_than").Any(word => Beside(word, range.Mark));

    private static bool Beside(Mark word, Mark value) => value.Overlaps(word.Start, word.End) || (word.End <= value.Start && value.Start - word.End <= 1) || (word.Start >= value.End && word.Start - value.End <= 1);

    /// <summary>When a task is due.</summary>
    public static void Due(Draft draft)
    {
        if ((OfReminder(draft.Clause) ?? First(draft.Clause)) is { } day)
        {
            draft.Slots.Set("date", day.Last is null ? Coming(draft, day) : day.Day!.Value);
            draft.Use(day.Mark, "date");
        }

        Clock(draft, "time", draft.Clause.From, draft.Clause.To);
        Beforehand.Due(draft);
        if (draft.Slots.Text("date") is null && draft.Clause.ValuesOf(ValueKind.Duration).FirstOrDefault(value => value.Days > 0) is { } length)
        {
            draft.Slots.Set("date", draft.Message.Today.AddDays(length.Days!.Value));
            draft.Use(length.Mark, "date");
        }
        else if (draft.Slots.Text("date") is null && draft.Slots.Time("time") is { } time)
        {
            draft.Slots.Set("date", time > TimeOnly.FromDateTime(draft.Message.Now) ? draft.Message.Today : draft.Message.Today.AddDays(1));
        }
    }

    /// <summary>“那个5月招标，提醒我4月20号问一下”, "he answers on Tuesday, remind me Wednesday": the day in the breath that orders the reminder, where another one has a day before it.</summary>
    private static Value? OfReminder(Clause clause)
    {
        if (clause.Words("remind_me").FirstOrDefault() is not { End: > 0 } me || clause.Breaths.FirstOrDefault(part => me.Overlaps(part.Start, part.End)) is not { End: > 0 } breath || breath.Start == clause.From) return null;
        var days = clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).ToList();
        if (days.Find(day => day.Mark.Overlaps(breath.Start, breath.End)) is not { } asked) return null;
        // After a Tuesday of next week, Wednesday is that week's.
        var earlier = days.Find(day => day.End <= breath.Start && day.Date > asked.Date);
        return earlier is not null && asked is { Kind: ValueKind.Date, Date: { } date } && !clause.Message.Text.Slice(asked.Start, asked.End).ContainsAnyInRange('0', '9') && date.AddDays(7) >= earlier.Date ? asked with { Date = date.AddDays(7) } : asked;
    }

    /// <summary>“这周开个会，周五下午4点”, "a call next week, Tuesday": the day within the days that are said before it, else what is said first.</summary>
    private static Value? First(Clause clause) => clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).ToList() switch
    {
        [{ Date: { } from, Last: { } to }, .. var more] when more.Find(day => day.Last is null && day.Date >= from && day.Date <= to) is { } within => within,
        var days => days.FirstOrDefault(),
    };

    /// <summary>Who says "Wednesday" on a Wednesday means the next one; today would be called today.</summary>
    private static DateOnly Coming(Draft draft, Value day)
    {
        var (said, today) = (day.Date!.Value, draft.Message.Today);
        return said == today && day.PastDate == today.AddDays(-7) && Script.IsLatin(draft.Message.Text[day.Start]) ? today.AddDays(7) : said;
    }

    /// <summary>“第二条往后挪两天”, "push the first one by a week": a to-do moves from the day on which it is due; one that is overdue, from today.</summary>
    private static DateOnly? PutOff(Draft draft)
    {
        if (draft.RefsOf("task") is not [var key] || draft.Clause.Index.Get(key) is not { Date: { } due }) return null;
        var said = draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).LastOrDefault();
        var length = said is null ? draft.Clause.ValuesOf(ValueKind.Duration).LastOrDefault() : null;
        if ((said is null ? length?.Days : Shift(draft, said)) is not ({ } days and > 0)) return null;
        var day = Moved(due < draft.Message.Today ? draft.Message.Today : due, draft.Clause.Has(Feature.Key("[earlier]")) ? -days : days);
        draft.Slots.Set("date", day);
        draft.Use((said ?? length)!.Mark, "date");
        return day;
    }

    /// <summary>The end of a snooze or a delegation.</summary>
    public static void Until(Draft draft)
    {
        if (PutOff(draft) is not null || MovedTo(draft)) return;
        if (draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).LastOrDefault(value => !draft.Used.Contains(value.Mark)) is { } day)
        {
            draft.Slots.Set("date", EndOf(draft, day));
            draft.Use(day.Mark, "date");
        }
        else if (draft.Clause.ValuesOf(ValueKind.Duration).LastOrDefault() is { Days: > 0 } length)
        {
            draft.Slots.Set("date", draft.Message.Today.AddDays(length.Days!.Value));
            draft.Use(length.Mark, "date");
        }

        Clock(draft, "time", draft.Clause.From, draft.Clause.To);
    }

    /// <summary>Of a to-do: the day and the hour that it is to have, of all that are said.</summary>
    private static bool MovedTo(Draft draft)
    {
        if (draft.RefsOf("task") is not [var key] || draft.Clause.Index.Get(key) is not { } task) return false;
        var (day, time) = WantedDay.Of(draft.Clause, task);
        if (day is not null)
        {
            draft.Slots.Set("date", EndOf(draft, day));
            draft.Use(day.Mark, "date");
        }

        if (time?.Time is { } hour)
        {
            draft.Slots.Set("time", hour);
            draft.Use(time.Mark, "time");
        }

        return day is not null || time is not null;
    }

    public static void Activity(Draft draft)
    {
        if (draft.Clause.ValuesOf(ValueKind.Date).FirstOrDefault() is not { } day) return;
        draft.Slots.Set("date", Past(day, draft.Message.Today));
        draft.Use(day.Mark, "date");
    }

    public static void Period(Draft draft)
    {
        if ((UntilThen(draft) ?? Periods.Name(draft)) is not { } period) return;
        draft.Slots["period"] = period;
    }

    /// <summary>“周一以前还有什么要办的”, "what's left before Friday": of to-dos, all days up to then.</summary>
    private static string? UntilThen(Draft draft)
    {
        if (draft.Intent.Intent != "list_tasks" || draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).ToList() is not [var end] || end.Date <= draft.Message.Today) return null;
        if (IsBefore(draft, end)) return Periods.Of(draft.Message.Today, end.Date!.Value.AddDays(-1));
        return end.Last is null && draft.Clause.Words("until").Any(word => Beside(word, end.Mark)) ? Periods.Of(draft.Message.Today, end.Date!.Value) : null;
    }

    public static void Clock(Draft draft, string slot, int from, int to)
    {
        if (draft.Clause.ValuesOf(ValueKind.Time).FirstOrDefault(value => value.Start >= from && value.End <= to) is not { Time: { } time } clock) return;
        draft.Slots.Set(slot, time);
        draft.Use(clock.Mark, slot);
    }

    public static DateOnly Past(Value day, DateOnly today) =>
        day.Date > today && day.PastDate is { } past ? past : day.Date > today.AddDays(Far) ? day.Date.Value.AddYears(-1) : day.Date!.Value;

    /// <summary>A snooze "to next week" ends when that week begins, one "till after Easter" the day after; a delegation lasts to its end.</summary>
    private static DateOnly EndOf(Draft draft, Value day) =>
        draft.Intent.Intent != "snooze" || day.Date <= draft.Message.Today ? day.Day!.Value
        : day is { Bound: Bound.After, Last: null } && draft.Clause.Words("after").Any(word => Beside(word, day.Mark)) ? day.Date!.Value.AddDays(1) : day.Date!.Value;

    private static void Between(Draft draft, DateOnly first, DateOnly last)
    {
        draft.Slots.Set("close_after", first);
        draft.Slots.Set("close_before", last);
    }
}
