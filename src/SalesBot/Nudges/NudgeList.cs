using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>Several findings of one rule as one message: what and why, the first of them, how many more, and buttons that lead to all.</summary>
internal static class NudgeList
{
    /// <summary>As many rows as are read at a glance (<paramref name="most"/>); the rest is counted.</summary>
    public static View Of<T>(Word title, Word? why, IReadOnlyList<T> all, int most, Func<T, NudgeRow> row, params Button[] buttons) => new(
        "nudge-list",
        new { Title = title, Why = why, Rows = all.Take(most).Select(row).ToList(), More = all.Count > most ? new Word("Nudge.more", all.Count - most) : null, Buttons = buttons },
        title);
}

/// <summary>One finding in a list.</summary>
/// <param name="Value">Empty where there is none.</param>
internal sealed record NudgeRow(object Main, object Detail, object Value, Button? Button);
