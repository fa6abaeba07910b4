using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>How the speaker stands to the order in the words: is it meant, or denied, supposed, asked about, told of others, quoted?</summary>
internal enum Attitude { Meant, Forbidden, Supposed, AskedAbout, ToldOfOthers, Quoted }

internal static class Stance
{
    public static Attitude Of(Clause clause, ScoredIntent intent)
    {
        var cues = intent.Reasons.Where(reason => reason.Rule.Weight >= 4).SelectMany(reason => reason.Words).Where(word => word.End > word.Start).OrderBy(word => word.Start).ToList();
        if (cues.Count == 0) return Attitude.Meant;
        if (Before(clause, Feature.Dont, cues)) return Attitude.Forbidden;
        if (Before(clause, Feature.If, cues)) return Attitude.Supposed;
        if (Before(clause, Feature.Ask, cues)) return Attitude.AskedAbout;
        if (Before(clause, Feature.Said, cues)) return Attitude.ToldOfOthers;
        return InQuotes(clause, cues[0]) ? Attitude.Quoted : Attitude.Meant;
    }

    /// <summary>A word of the class stands before the end of the order's last cue, and is no part of a cue itself (“别提醒我” is one).</summary>
    private static bool Before(Clause clause, int key, List<Mark> cues) =>
        clause.Marks.Of(key).Any(mark => mark.Start < cues[^1].End && !cues.Exists(cue => cue.Start <= mark.Start && mark.End <= cue.End));

    private static bool InQuotes(Clause clause, Mark cue)
    {
        var text = clause.Message.Text.Text;
        var open = text.LastIndexOf('"', cue.Start);
        return open >= clause.From && text.IndexOf('"', cue.End) >= 0 && Count(text, clause.From, open) % 2 == 0;
    }

    private static int Count(string text, int from, int to) => text.AsSpan(from, to - from).Count('"');
}
