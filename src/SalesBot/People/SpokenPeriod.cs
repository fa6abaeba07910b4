using SalesBot.Calendar;
using SalesBot.Conversation;

namespace SalesBot.People;

/// <summary>From when until when somebody is away, or another acts for them.</summary>
internal static class SpokenPeriod
{
    /// <summary>From today, or from the first day said, to the last one said; null when no end was said.</summary>
    public static Period? Of(Act act) => Period.Read(act.Slots.Text("period"), act.Today) is { } period
        ? Ending(period with { From = period.From < act.Today ? act.Today : period.From }, act.Slots.Date("date"))
        : act.Slots.Date("date") is { } end ? new Period(act.Slots.Date("event_date") is { } start && start > act.Today && start <= end ? start : act.Today, end) : null;

    /// <summary>“下周不在” … “到20号”: the day that was said last is the end, and the beginning stays where it is not later.</summary>
    private static Period Ending(Period days, DateOnly? end) => end is { } last ? new Period(days.From > last ? last : days.From, last) : days;
}
