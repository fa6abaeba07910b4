
namespace SalesBot.Language.Reading;

/// <summary>
/// One order for several things, each in a breath of its own: “提醒我两件事 明天寄样 周五催款”, “订票和看样机两个任务都勾了”, “第一个不同意，第二个过”.
/// Parts are those of the things; what only orders belongs to none.
/// </summary>
internal static class Enumeration
{
    private static readonly string[] Decisions = ["approve", "reject", "return_for_changes"];

    /// <summary>The parts with the intent of each; empty when the clause lists nothing.</summary>
    public static IReadOnlyList<(Clause Part, ScoredIntent Intent)> Of(Clause whole)
    {
        if (whole.Focus.Pending is not null) return [];
        var breaths = whole.Breaths.Select(part => whole.Part(part.Start, part.End)).ToList();
        if (breaths.Count < 2 || whole.Has(Feature.Question)) return [];
        var parts = whole.Ranked[0].Intent switch
        {
            "add_task" => Dated(whole, breaths),
            "complete_task" => Joined(breaths.ConvertAll(breath => TaskMatch.Find(breath) is [var task] ? (task.Key, "complete_task") : default((string, string)?))),
            "approve" or "reject" or "return_for_changes" => Joined(breaths.ConvertAll(Decided)),
            _ => [],
        };
        return [.. parts.Select(part => Part(whole, breaths[part.First].From, breaths[part.Last].To, part.Intent))];
    }

    private static (Clause Part, ScoredIntent Intent) Part(Clause whole, int from, int to, string intent)
    {
        var part = whole.Part(from, to);
        return (part, part.ByRules.FirstOrDefault(scored => scored.Intent == intent) ?? new ScoredIntent(intent, whole.Ranked[0].Score, []));
    }

    /// <summary>To-dos said to be several, or numbered, each beginning with its day.</summary>
    private static List<(int First, int Last, string Intent)> Dated(Clause whole, List<Clause> breaths)
    {
        var dated = breaths.Select((breath, at) => (breath, at)).Where(pair => pair.breath.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any()).Select(pair => pair.at).ToList();
        if (dated.Count < 2 || (whole.Words("errand_count").Count == 0 && !breaths.Exists(IsNumber))) return [];
        return [.. dated.Select((first, i) => (first, Last(first, i + 1 < dated.Count ? dated[i + 1] : breaths.Count), "add_task"))];

        int Last(int first, int end)
        {
            while (end - 1 > first && (IsNumber(breaths[end - 1]) || breaths[end - 1].ByRules is [{ Intent: "add_task", Score: > 6 }, ..])) end--;
            return end - 1;
        }
    }

    private static bool IsNumber(Clause breath) => breath.Span.Trim(" .)(").ToString() is { Length: 1 } digit && char.IsAsciiDigit(digit[0]);

    /// <summary>The one approval that a breath decides on, and how.</summary>
    private static (string Key, string Intent)? Decided(Clause breath)
    {
        var named = Places.Find(breath).Where(record => record.Kind == Names.NamedKind.Approval).Concat(NamedApprovals.Named(breath)).Select(record => record.Key).Distinct(StringComparer.Ordinal).ToList();
        var decision = breath.ByRules.FirstOrDefault(scored => Decisions.Contains(scored.Intent, StringComparer.Ordinal) && scored.Score > 2);
        return named is [var key] && decision is not null && Stance.Of(breath, decision) == Attitude.Meant ? (key, decision.Intent) : null;
    }

    /// <summary>Breaths about different records, each with what follows it until the next; empty when fewer than two are.</summary>
    private static List<(int First, int Last, string Intent)> Joined(List<(string Key, string Intent)?> about)
    {
        var found = about.Select((what, at) => (what, at)).Where(pair => pair.what is not null).ToList();
        if (found.Select(pair => pair.what!.Value.Key).Distinct(StringComparer.Ordinal).Count() < found.Count || found.Count < 2) return [];
        return [.. found.Select((pair, i) => (pair.at, i + 1 < found.Count ? found[i + 1].at - 1 : about.Count - 1, pair.what!.Value.Intent))];
    }
}
