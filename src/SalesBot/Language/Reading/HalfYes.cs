using SalesBot.Language.Phrases;
using SalesBot.Language.Verbs;

namespace SalesBot.Language.Reading;

/// <summary>"Ok got it", "ok until Friday then" while a yes is awaited: heard, or a day that the act cannot take; neither is the yes.</summary>
internal static class HalfYes
{
    private static readonly SpokenPatterns Said = new("SalesBot.Language.Reading.yes-words.txt");

    private static readonly string[] Lasting = ["until", "rest_days", "pause_days", "leave_days", "leave_moved"];

    public static bool Is(Clause clause) =>
        clause.Focus is { Pending: { } pending, Asked: "confirm" } && clause.Mentions.Count == 0
        && (Said["heard"].IsMatch(clause.Span) || (clause.Values.Count > 0 && Said["until then"].IsMatch(clause.Span) && !Slots(pending).Any(Lasting.Contains)));

    private static string[] Slots(string command) => PhraseBook.Standard.SlotsOf.TryGetValue(command, out var slots) ? [.. slots] : VerbBook.Standard.Get(command)?.Slots ?? [];
}
