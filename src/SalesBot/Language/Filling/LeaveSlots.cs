using System.Globalization;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>The days of a leave or pause: a stretch from the first to the last that was said (“next Thursday and Friday”), else as it is with anything that lasts until a day.</summary>
internal static class LeaveSlots
{
    /// <summary>Between the day of a leave and the one to which it moves.</summary>
    private static readonly System.Buffers.SearchValues<char> Moves = System.Buffers.SearchValues.Create(['改', '挪', '调', '换', '移', '推', '延']);

    public static void Days(Draft draft)
    {
        var back = draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Skip(1).Where(day => IsReturn(draft, day)).ToList();
        back.ForEach(day => draft.Use(day.Mark, "back"));
        if (back.Count > 0 && draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Except(back).ToList() is [{ Kind: ValueKind.DateRange, Date: { } begins, Last: { } ends } stretch])
        {
            draft.Slots["period"] = Periods.Of(begins, ends);
            draft.Use(stretch.Mark, "period");
            return;
        }

        var said = draft.Clause.ValuesOf(ValueKind.Date).Except(back).ToList();
        // “下周一请三天假”: from that day on; of “请三天假” the first day is still to be asked.
        if (said.Count < 2 && draft.Clause.ValuesOf(ValueKind.Duration).LastOrDefault() is { Days: > 1 and var length })
        {
            draft.Slots["days"] = length.ToString(CultureInfo.InvariantCulture);
            if (!draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any()) return;
        }

        // “下午请半天病假”: of today.
        if (said.Count == 0 && !draft.Clause.ValuesOf(ValueKind.DateRange).Any() && draft.Clause.Focus.Pending is null && draft.Clause.Words("part_of_day").Count > 0)
        {
            draft.Slots.Set("date", draft.Message.Today);
            return;
        }

        if (said is not [{ Date: { } from } first, .., { Date: { } to } last] || from == to)
        {
            DateSlots.Until(draft);
            return;
        }

        // “Next Thursday and Friday”: the Friday after that Thursday.
        while (to < from)
        {
            to = to.AddDays(7);
        }

        said.ForEach(day => draft.Use(day.Mark, "period"));
        draft.Slots["period"] = string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}");
        if (to.DayNumber - from.DayNumber >= said.Count && !draft.Message.Text.Slice(first.End, last.Start).ContainsAny('-', '~') && !draft.Clause.Words("stretch").Any(word => word.Start >= first.End && word.End <= last.Start))
        {
            draft.Slots["apart"] = "true";
        }
    }

    /// <summary>"Leave Thursday and Friday, back on Monday", “周四周五请假 周一回来”: that day is none of the leave.</summary>
    private static bool IsReturn(Draft draft, Value day)
    {
        var (before, after) = (draft.Message.Text.Slice(draft.Clause.From, day.Start).ToString(), draft.Message.Text.Slice(day.End, draft.Clause.To).TrimStart().ToString());
        return LeaveAgain.Words["back on"].IsMatch(before) || LeaveAgain.Words["is back"].IsMatch(after);
    }

    /// <summary>
    /// The days to which leave moves; of “7号的假改到8号”, "move my leave on the 7th to the 8th" the first is a day of the leave that is meant.
    /// </summary>
    public static void Moved(Draft draft)
    {
        var (text, days) = (draft.Message.Text, draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).ToList());
        if (days is [{ Kind: ValueKind.DateRange, Date: { } old, Last: { } anew } both] && (text.Slice(both.Start, both.End).StartsWith("on ") || text.Slice(both.Start, both.End).StartsWith("from ") || text.Slice(draft.Clause.From, both.Start).TrimEnd().EndsWith(" from")))
        {
            draft.Slots.Set("event_date", old);
            draft.Slots.Set("date", anew);
            draft.Use(both.Mark, "date");
        }
        else if (days is [{ Date: { } of } first, { } second] && (text.Slice(first.End, second.Start).ContainsAny(Moves) || text.Slice(first.End, second.Start).Contains(" to ", StringComparison.Ordinal) || text.Slice(first.End, second.Start).SequenceEqual(" to ")))
        {
            draft.Slots.Set("event_date", of);
            draft.Use(first.Mark, "event_date");
            if (second is { Kind: ValueKind.DateRange, Date: { } from, Last: { } last }) draft.Slots["period"] = Periods.Of(from, last);
            else draft.Slots.Set("date", second.Date!.Value);
            draft.Use(second.Mark, "date");
        }
        else if (days is [{ Kind: ValueKind.DateRange, Date: { } start, Last: { } end } range] && start != end)
        {
            draft.Slots["period"] = Periods.Of(start, end);
            draft.Use(range.Mark, "period");
        }
        else
        {
            Days(draft);
        }
    }

    /// <summary>“下午” where it was asked which half of the day.</summary>
    public static void Half(Draft draft)
    {
        if (draft.Clause.Focus.Asked == "half") draft.Slots["half"] = draft.Message.AsTyped(draft.Clause.From, draft.Clause.To);
    }

    /// <summary>The days that are asked about: “下周谁请假”, "who is off on Friday".</summary>
    public static void Asked(Draft draft)
    {
        if (draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).FirstOrDefault() is not { Date: { } from } days) return;
        draft.Slots["period"] = string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{days.Last ?? from:yyyy-MM-dd}");
        draft.Use(days.Mark, "period");
    }

    /// <summary>
    /// When nudges come again that rest: after the stretch that was said (“今天”, “这个月”, "this week", "for ten days"), or on the day that bounds it (“周五前”, "until next week"); at an hour, where one is said.
    /// </summary>
    public static void Resting(Draft draft)
    {
        DateSlots.Clock(draft, "time", draft.Clause.From, draft.Clause.To);
        if (draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange, ValueKind.Duration).LastOrDefault() is not { } said) return;
        var bounds = draft.Clause.Focus.Asked == "date" || draft.Slots.Text("time") is not null || draft.Clause.Words("until").Any(word => word.End == said.Start || word.Start == said.End || (word.End == said.Start - 1 && draft.Message.Text[word.End] == ' '));
        var day = said.Kind == ValueKind.Duration ? (said.Days is > 0 and var length ? draft.Message.Today.AddDays(length) : null)
            : said.Kind == ValueKind.Date ? (bounds ? said.Date : said.Date?.AddDays(1))
            : bounds && said.Date > draft.Message.Today ? said.Date : said.Last?.AddDays(1);
        if (day is null) return;
        draft.Slots.Set("date", day.Value);
        draft.Use(said.Mark, "date");
    }

    /// <summary>Until a day, or for so many from today on: “for two days” is today and tomorrow.</summary>
    public static void Lasting(Draft draft)
    {
        DateSlots.Until(draft);
        if (!draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any() && draft.Clause.ValuesOf(ValueKind.Duration).LastOrDefault() is { Days: > 0 and var days })
        {
            draft.Slots.Set("date", draft.Message.Today.AddDays(days - 1));
        }
    }
}
