using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>The speaker's own words, as typed, without what other slots took and without glue at the ends.</summary>
internal static class FreeText
{
    /// <summary>What is left of [start, end) when the marks are cut out; null when only glue is left.</summary>
    /// <param name="deed">What somebody is to do: the verbs and prepositions that often only join (约, 联系, 给) are part of it.</param>
    public static string? Rest(Draft draft, int start, int end, IEnumerable<Mark> cut, bool deed = false)
    {
        var pieces = new List<(int Start, int End)>();
        var from = start;
        foreach (var mark in cut.Where(mark => mark.Overlaps(start, end)).OrderBy(mark => mark.Start))
        {
            if (mark.Start > from) pieces.Add((from, BeforeLead(draft.Clause, from, mark.Start)));
            from = Math.Max(from, AfterWord(draft.Clause, AfterBound(draft.Clause, mark)));
        }

        if (from < end) pieces.Add((from, end));
        var left = pieces.Select(piece => Trim(draft.Clause, piece.Start, piece.End, deed)).Where(piece => piece.End > piece.Start).ToList();
        if (left.Count == 0) return null;
        var words = string.Join(' ', left.Select(piece => draft.Message.AsTyped(piece.Start, piece.End)));
        return words.Length == 0 ? null : words;
    }

    /// <summary>The word that bounds a day goes with it: “[周四]前给新报价”.</summary>
    private static int AfterBound(Clause clause, Mark mark)
    {
        if (!clause.Values.Any(value => value.Mark == mark && value.Bound != Spans.Bound.None)) return mark.End;
        return clause.Words("until").Concat(clause.Words("after")).FirstOrDefault(word => word.Start == mark.End) is { End: > 0 } bound ? bound.End : mark.End;
    }

    /// <summary>What is cut out of a Latin word takes the rest of it along: [slip]ped, [Kestrel]'s.</summary>
    private static int AfterWord(Clause clause, int end)
    {
        var text = clause.Message.Text.Text;
        while (end > 0 && end < clause.To && Script.IsLatin(text[end - 1]) && Script.IsLatin(text[end])) end++;
        return end > 0 && end + 2 <= clause.To && text.AsSpan(end).StartsWith("'s") && Script.IsEdge(text, end + 2) ? end + 2 : end;
    }

    /// <summary>The word that leads to what is cut out goes with it: "demo on [Friday]".</summary>
    public static int BeforeLead(Clause clause, int start, int end)
    {
        while (end > start && clause.Message.Text.Text[end - 1] == ' ') end--;
        return clause.Words("lead").FirstOrDefault(lead => lead.End == end && lead.Start >= start) is { End: > 0 } word ? word.Start : end;
    }

    /// <summary>Off both ends: blanks, punctuation, particles and prepositions; one that leads to a name says whose part it has (给周总发报价) and stays.</summary>
    public static (int Start, int End) Trim(Clause clause, int start, int end, bool deed = false)
    {
        var text = clause.Message.Text.Text;
        var glue = clause.Marks.Of(Feature.Glue).Concat(clause.Marks.Of(Feature.Polite)).Where(mark => mark.Start >= start && mark.End <= end).ToList();
        if (deed) glue = [.. glue.Except(clause.Words("deed")), .. clause.Words("opener").Where(word => word.Start >= start && word.End <= end)];
        for (var moved = true; moved && start < end;)
        {
            moved = false;
            while (start < end && !char.IsLetterOrDigit(text[start])) start++;
            while (start < end && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not ('%' or ')')) end--;
            foreach (var mark in glue.OrderByDescending(mark => mark.End - mark.Start))
            {
                if (mark.Start == start && mark.End <= end && !(mark.End < end && text[mark.End] == '\'') && (IsJoint(clause, mark) || !LeadsToName(clause, mark.End, end))) (start, moved) = (mark.End, true);
            }
        }

        return (start, end);
    }

    /// <summary>“另外” and "also" join to what was said before, and lead to no name.</summary>
    private static bool IsJoint(Clause clause, Mark mark) => clause.Words("connector").Any(word => word.Start == mark.Start && word.End == mark.End);

    private static bool LeadsToName(Clause clause, int after, int end)
    {
        while (after < end && clause.Message.Text.Text[after] == ' ') after++;
        return clause.Mentions.Any(mention => mention.Start == after && mention.Mark.End < end);
    }
}
