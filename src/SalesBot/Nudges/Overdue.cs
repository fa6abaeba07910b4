using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>The day of a row, and of what is overdue by how many days.</summary>
internal static class Overdue
{
    /// <summary>What stands in a row of when it is due.</summary>
    /// <param name="due">As it is shown: with its hour, where it has one.</param>
    /// <param name="today">Of the reader.</param>
    public static object Say(object due, DateOnly day, DateOnly today) =>
        day < today ? new Word("Nudge.due.late_row", due, new Word("Count.days_late", today.DayNumber - day.DayNumber)) : due;
}
