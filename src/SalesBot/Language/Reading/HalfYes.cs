using System.Text.RegularExpressions;
using SalesBot.Language.Phrases;
using SalesBot.Language.Verbs;

namespace SalesBot.Language.Reading;

/// <summary>"Ok got it", "ok until Friday then" while a yes is awaited: heard, or a day that the act cannot take; neither is the yes.</summary>
internal static partial class HalfYes
{
    private static readonly string[] Lasting = ["until", "rest_days", "pause_days", "leave_days", "leave_moved"];

    public static bool Is(Clause clause) =>
        clause.Focus is { Pending: { } pending, Asked: "confirm" } && clause.Mentions.Count == 0
        && (Hears().IsMatch(clause.Span) || (clause.Values.Count > 0 && UntilThen().IsMatch(clause.Span) && !Slots(pending).Any(Lasting.Contains)));

    private static string[] Slots(string command) => PhraseBook.Standard.SlotsOf.TryGetValue(command, out var slots) ? [.. slots] : VerbBook.Standard.Get(command)?.Slots ?? [];

    [GeneratedRegex("^ *(?:(?:ok|okay|ah|oh|alright|right|well|hm+|\u55EF|\u54E6|\u597D|\u597D\u7684|\u884C)[ ,]*)*(?:got it|gotcha|i see|\u77E5\u9053\u4E86|\u6211\u77E5\u9053\u4E86|\u6653\u5F97\u4E86|\u4E86\u89E3\u4E86)[ .!]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Hears();

    [GeneratedRegex("^ *(?:(?:ok|okay|alright|fine|sure|yes|well|\u55EF|\u597D|\u597D\u7684|\u884C|\u90A3|\u90A3\u5C31)[ ,]*)+(?:until|till|\u7B49\u5230|\u76F4\u5230|\u5230)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex UntilThen();
}
