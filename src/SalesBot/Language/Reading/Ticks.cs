using System.Globalization;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// Which to-dos are said to be done: those at the places that are named, else those that the words name. “两个都”, "both", "all" of what was shown are meant only where
/// nothing is named, nothing else is said and as many were shown; of named ones as many as are counted, or it is asked which.
/// </summary>
internal static class Ticks
{
    private static readonly string[] Beside = ["task_word", "filler", "opener", "connector", "now_word", "those", "tick_count", "list_verb", "scope"];

    public static (IReadOnlyList<NamedRecord> Tasks, bool Sure) Of(Clause clause, IEnumerable<Mark> orders)
    {
        var places = Places.Find(clause).Where(record => record.Kind == NamedKind.Task).ToList();
        if (places.Count > 0 && Places.AreSaid(clause)) return (places, true);
        var (count, all) = (Count(clause), clause.Has(Feature.Those));
        if (count is null && !all) return TaskMatch.Meant(clause);
        var (named, sure) = TaskMatch.ByWords(clause);
        if (named.Count > 0) return (named, count is { } so ? named.Count == so : sure || AreAlike(clause, named));
        return (places, places.Count > 0 && (count ?? places.Count) == places.Count && SaysNothingElse(clause, orders));
    }

    /// <summary>"Email Dana the specs and ROI sheet both done": several, told in one breath, are no two orders.</summary>
    public static ScoredIntent? Told(Clause clause) =>
        Count(clause) is not null && !clause.Has(Feature.Question) && !clause.Has(Feature.If) && clause.Words("not_done").Count == 0 && TaskMatch.ByWords(clause) is { Tasks.Count: > 1 }
            ? clause.ByRules.FirstOrDefault(scored => scored is { Intent: "complete_task", Score: > 0 }) : null;

    private static int? Count(Clause clause) =>
        clause.Words("tick_count").Where(word => !clause.Values.Any(value => value.Kind is not ValueKind.Number && value.Mark.Overlaps(word.Start, word.End))).Select(word => (int?)int.Parse(word.Value!, CultureInfo.InvariantCulture)).FirstOrDefault();

    /// <summary>The same words name each of them.</summary>
    private static bool AreAlike(Clause clause, IReadOnlyList<NamedRecord> named) =>
        named.Select(task => string.Join(',', TaskMatch.Words(clause, task).Select(word => word.Start).Distinct().Order())).Distinct(StringComparer.Ordinal).Count() == 1;

    private static bool SaysNothingElse(Clause clause, IEnumerable<Mark> orders) =>
        Answers.Covers(clause, clause.From, clause.To, [.. orders, .. Beside.SelectMany(clause.Words), .. clause.Marks.Of(Feature.Yes), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.This), .. clause.Values.Select(value => value.Mark)]);
}
