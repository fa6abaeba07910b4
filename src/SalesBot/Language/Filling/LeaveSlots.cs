using System.Globalization;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>The days of a leave or pause: a stretch from the first to the last that was said (“next Thursday and Friday”), else as it is with anything that lasts until a day.</summary>
internal static class LeaveSlots
{
    public static void Days(Draft draft)
    {
        var said = draft.Clause.ValuesOf(ValueKind.Date).ToList();
        // “下周一请三天假”: from that day on; of “请三天假” the first day is still to be asked.
        if (said.Count < 2 && draft.Clause.ValuesOf(ValueKind.Duration).LastOrDefault() is { Days: > 1 and var length })
        {
            draft.Slots["days"] = length.ToString(CultureInfo.InvariantCulture);
            if (!draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any()) return;
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
    /// When nudges come again that rest: after the stretch that was said (“这个月”, "this week", "for ten days"), or on the day that bounds it (“周五前”, "until next week").
    /// </summary>
    public static void Resting(Draft draft)
    {
        if (draft.Clause.ValuesOf(ValueKind.Date, ValueKind.DateRange, ValueKind.Duration).LastOrDefault() is not { } said) return;
        var bounds = draft.Clause.Words("until").Any(word => word.End == said.Start || word.Start == said.End || (word.End == said.Start - 1 && draft.Message.Text[word.End] == ' '));
        var day = said.Kind == ValueKind.Duration ? (said.Days is > 0 and var length ? draft.Message.Today.AddDays(length) : null)
            : said.Kind == ValueKind.Date ? said.Date
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
