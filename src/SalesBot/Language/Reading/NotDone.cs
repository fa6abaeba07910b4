namespace SalesBot.Language.Reading;

/// <summary>“电缆寄了，合同还没弄”, "the gateways are reserved, the pilot scope is not done yet": what is still to be done is told beside what is done, and is none of it.</summary>
internal static class NotDone
{
    /// <summary>The tick of what is done; null where nothing is said to be open, or nothing besides is done.</summary>
    public static Frame? Read(Clause whole)
    {
        if (whole.Words("not_done").Count == 0 || whole.Focus is { Pending: not null, Optional: false } || whole.Span.Contains('?') || whole.Has(Feature.If)) return null;
        var parts = Parts(whole).Where(part => part.Span.ContainsAnyExcept(" ,.;\u3002\uFF0C")).ToList();
        var open = parts.FindAll(part => part.Words("not_done").Count > 0);
        var done = parts.Except(open).ToList();
        if (open.Count == 0 || done is not [var ticked] || !open.TrueForAll(IsNamed)) return null;
        return ticked.Words("done_word").Count > 0 && !ticked.Has(Feature.Dont) && TaskMatch.ByWords(ticked).Tasks.Count > 0 ? Choice.Frame(ticked, new ScoredIntent("complete_task", Choice.EnoughToWrite * 2, []), SubjectFinder.Find(ticked)) with { Confidence = 1 } : null;
    }

    private static bool IsNamed(Clause part) => TaskMatch.Named(part).Count > 0 || part.Mentions.Count > 0;

    /// <summary>Breaths, and what is joined to one by "and" or "but".</summary>
    private static IEnumerable<Clause> Parts(Clause whole)
    {
        var joints = whole.Words("connector").Concat(whole.Words("but")).Concat(whole.Words("and")).OrderBy(word => word.Start).ToList();
        foreach (var (start, end) in whole.Breaths)
        {
            var from = start;
            foreach (var joint in joints.Where(word => word.Start > start && word.End < end && word.Start >= from))
            {
                if (joint.Start > from) yield return whole.Part(from, joint.Start);
                from = joint.End;
            }

            yield return whole.Part(from, end);
        }
    }
}
