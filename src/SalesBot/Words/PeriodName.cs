using SalesBot.Calendar;

namespace SalesBot.Words;

internal static class PeriodName
{
    private static readonly string[] Called =
        ["today", "yesterday", "tomorrow", "this_week", "last_week", "next_week", "this_month", "last_month", "next_month", "this_quarter", "last_quarter", "next_quarter", "this_year", "last_30_days"];

    /// <summary>A period as people call it: "this week" by its word, any other by its first and last day.</summary>
    /// <param name="slot">The slot's value, where there was one.</param>
    public static Word Of(Period period, string? slot) => Called.Contains(slot, StringComparer.Ordinal) ? new Word("Period." + slot)
        : period.From == period.To ? new Word("Period.day", period.From)
        : new Word("Period.range", period.From, period.To);
}
