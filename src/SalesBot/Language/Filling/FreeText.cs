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
            from = Math.Max(from, AfterJoint(draft.Clause, AfterWord(draft.Clause, AfterBound(draft.Clause, mark))));
        }

        if (from < end) pieces.Add((from, end));
        return Joined(draft, [.. Kept(draft.Clause, pieces, end, deed)]);
    }

    /// <summary>
    /// The first piece without the glue that leads to it, the others with what belongs to their words ("call them [Friday] about the invoice"), the last
    /// without what would lead to the words that are cut out behind it.
    /// </summary>
    private static List<(int Start, int End)> Kept(Clause clause, List<(int Start, int End)> pieces, int end, bool deed)
    {
        var kept = new List<(int Start, int End)>();
        foreach (var piece in pieces)
        {
            var bare = Trim(clause, piece.Start, piece.End, deed);
            if (bare.End <= bare.Start || (kept.Count > 0 && WithoutDangling(clause, bare) == bare.Start)) continue;
            kept.Add(kept.Count == 0 ? bare : Trim(clause, piece.Start, piece.End, [.. Glue(clause, piece, deed).Except(clause.Words("inner"))]));
        }

        if (kept.Count > 0 && kept[^1].End < end && clause.Message.Text.Slice(kept[^1].End, end).ContainsAnyExcept(" .,!?;:")) kept[^1] = (kept[^1].Start, WithoutDangling(clause, kept[^1]));
        return kept;
    }

    private static int WithoutDangling(Clause clause, (int Start, int End) piece)
    {
        var end = piece.End;
        for (var word = Last(); word.End > 0; word = Last())
        {
            end = word.Start;
            while (end > piece.Start && !char.IsLetterOrDigit(clause.Message.Text[end - 1])) end--;
        }

        return end;

        Mark Last() => clause.Words("dangling").Where(word => word.End == end && word.Start >= piece.Start && Script.IsEdge(clause.Message.Text.Text, word.Start)).OrderBy(word => word.Start).FirstOrDefault();
    }

    /// <summary>Chinese goes on without a blank where something was cut out of one breath; English keeps the comma that stood there.</summary>
    private static string? Joined(Draft draft, List<(int Start, int End)> pieces)
    {
        var text = draft.Message.Text;
        var words = new System.Text.StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i > 0 && !GoesOn(text.Text, pieces[i - 1].End, pieces[i].Start)) words.Append(text.Slice(pieces[i - 1].End, pieces[i].Start).Contains(',') && !Script.IsChinese(text[pieces[i].Start]) ? ", " : " ");
            words.Append(draft.Message.AsTyped(pieces[i].Start, pieces[i].End));
        }

        return words.Length == 0 ? null : words.ToString();
    }

    private static bool GoesOn(string text, int end, int start) =>
        end > 0 && Script.IsChinese(text[end - 1]) && Script.IsChinese(text[start]) && !text.AsSpan(end, start - end).ContainsAny(" ,;:.!?\n");

    /// <summary>The word that bounds a day goes with it: “[周四]前给新报价”.</summary>
    public static int AfterBound(Clause clause, Mark mark)
    {
        if (clause.Values.Any(value => value.Mark == mark && value.Bound != Spans.Bound.None) && clause.Words("until").Concat(clause.Words("after")).FirstOrDefault(word => word.Start == mark.End) is { End: > 0 } bound) return bound.End;
        var isDay = clause.Values.Any(value => value.Mark == mark && value.Kind is ValueKind.Date or ValueKind.DateRange or ValueKind.Time);
        return isDay && mark.End + 1 < clause.To && clause.Message.Text[mark.End] == '前' && clause.Message.Text[mark.End + 1] is not ('台' or '端' or '期' or '任' or '面' or '往') ? mark.End + 1 : mark.End;
    }

    /// <summary>“[宜兴]的老周想做能耗”: what joined it to the words that are cut out goes with them.</summary>
    private static int AfterJoint(Clause clause, int end) =>
        end > 0 && end + 1 < clause.To && clause.Message.Text[end] == '的' && clause.Message.Text[end + 1] is not ('确' or '士') && Script.IsChinese(clause.Message.Text[end + 1]) ? end + 1 : end;

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
    public static (int Start, int End) Trim(Clause clause, int start, int end, bool deed = false) => Trim(clause, start, end, Glue(clause, (start, end), deed));

    private static List<Mark> Glue(Clause clause, (int Start, int End) part, bool deed)
    {
        var glue = clause.Marks.Of(Feature.Glue).Concat(clause.Marks.Of(Feature.Polite)).Where(mark => mark.Start >= part.Start && mark.End <= part.End && !clause.Values.Any(value => value.Start <= mark.Start && mark.End < value.End)).ToList();
        return deed ? [.. glue.Except(clause.Words("deed")), .. clause.Words("opener").Where(word => word.Start >= part.Start && word.End <= part.End)] : glue;
    }

    private static (int Start, int End) Trim(Clause clause, int start, int end, List<Mark> glue)
    {
        var text = clause.Message.Text.Text;
        glue.Sort((a, b) => (b.End - b.Start).CompareTo(a.End - a.Start));
        for (var moved = true; moved && start < end;)
        {
            moved = false;
            while (start < end && !char.IsLetterOrDigit(text[start])) start++;
            while (start < end && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not ('%' or ')')) end--;
            foreach (var mark in glue)
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
