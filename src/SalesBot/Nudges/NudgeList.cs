using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>Several findings of one rule as one message: what and why, the first of them, how many more, who is told next, and buttons that lead to all.</summary>
internal static class NudgeList
{
    public static View Of(Told told) => new(
        "nudge-list",
        new { told.Title, told.Why, Rows = Rows(told), More = More(told), told.Next, Buttons = told.Buttons.Concat(new[] { SnoozeNudge.Of(told.Findings), WhyNudge.Of(told.Findings) }.OfType<Button>()).ToList() },
        told.Title);

    /// <summary>Those that are shown, and below them what is done.</summary>
    public static List<NudgeRow> Rows(Told told) => [.. told.Rows.Take(told.Most), .. told.Done.Take(told.Most)];

    /// <summary>How many rows are not shown; null where all are.</summary>
    public static Word? More(Told told) => (told.Total ?? told.Rows.Count) is var all && all > told.Most ? new Word("Nudge.more", all - told.Most) : null;
}

/// <summary>One finding in a list.</summary>
/// <param name="Value">Empty where there is none.</param>
internal sealed record NudgeRow(object Main, object Detail, object Value, Button? Button);
