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
    public static List<NudgeRow> Rows(Told told) => [.. told.Rows.Take(Shown(told)), .. told.Done.Take(told.Most)];

    /// <summary>How many rows are: one more takes no more room than to say that there is one.</summary>
    public static int Shown(Told told) => told.Rows.Count == told.Most + 1 ? told.Rows.Count : told.Most;

    /// <summary>How many rows are not shown; null where all are.</summary>
    public static Word? More(Told told) => (told.Total ?? told.Rows.Count) - Shown(told) is > 0 and var more ? new Word("Nudge.more", more) : null;
}

/// <summary>One finding in a list.</summary>
/// <param name="Value">Empty where there is none.</param>
internal sealed record NudgeRow(object Main, object Detail, object Value, Button? Button);
