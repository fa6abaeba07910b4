namespace SalesBot.Language.Phrases;

/// <summary>One or more steps in order (<c>a .. b</c>); each step is any of its alternatives.</summary>
internal sealed record PhraseTerm(PhraseStep[] Steps, bool Absent)
{
    /// <summary>Characters that may stand between two steps.</summary>
    private const int Gap = 24;

    public static PhraseTerm Parse(string text, Func<string, int> keyOf)
    {
        var absent = text.StartsWith('!');
        return new PhraseTerm([.. (absent ? text[1..] : text).Split(" .. ", StringSplitOptions.TrimEntries).Select(step => PhraseStep.Parse(step, keyOf))], absent);
    }

    public bool IsIn(Marks marks) => Steps.Length > 1 ? Follows(marks, 0, null, []) : Steps[0].First(marks) is not null;

    /// <summary>One mark for each step; empty where it is not there.</summary>
    public IReadOnlyList<Mark> Find(Marks marks)
    {
        if (Steps.Length == 1) return Steps[0].First(marks) is { } first ? [first] : [];
        var path = new Mark[Steps.Length];
        return Follows(marks, 0, null, path) ? path : [];
    }

    /// <summary>The steps from <paramref name="step"/> on, after the mark before them.</summary>
    /// <param name="path">Takes the marks of the steps, if it has room for them.</param>
    private bool Follows(Marks marks, int step, Mark? before, Span<Mark> path)
    {
        if (step == Steps.Length) return true;
        foreach (var mark in Steps[step].All(marks))
        {
            if ((before is { } last && (mark.Start < last.End || mark.Start - last.End > Gap)) || !Follows(marks, step + 1, mark, path)) continue;
            if (step < path.Length) path[step] = mark;
            return true;
        }

        return false;
    }
}

/// <summary>The alternatives of one step, as keys of the phrase book.</summary>
internal sealed record PhraseStep(PhraseKey[] Keys)
{
    public static PhraseStep Parse(string text, Func<string, int> keyOf) =>
        new([.. text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => PhraseKey.Parse(word, keyOf))]);

    public Mark? First(Marks marks)
    {
        Mark? first = null;
        foreach (var key in Keys)
        {
            foreach (var mark in marks.At(key.Id))
            {
                if ((first is null || mark.Start < first.Value.Start) && key.Fits(mark, marks)) first = mark;
            }
        }

        return first;
    }

    public IReadOnlyList<Mark> All(Marks marks)
    {
        List<Mark>? found = null;
        foreach (var key in Keys)
        {
            foreach (var mark in marks.At(key.Id))
            {
                if (key.Fits(mark, marks)) (found ??= []).Add(mark);
            }
        }

        found?.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found ?? (IReadOnlyList<Mark>)[];
    }
}

internal readonly record struct PhraseKey(int Id, bool AtStart, bool AtEnd)
{
    public static PhraseKey Parse(string word, Func<string, int> keyOf)
    {
        var (start, end) = (word.StartsWith('^'), word.EndsWith('$'));
        return new PhraseKey(keyOf(word[(start ? 1 : 0)..(end ? ^1 : ^0)]), start, end);
    }

    public bool Fits(Mark mark, Marks marks) => (!AtStart || marks.IsStart(mark.Start)) && (!AtEnd || marks.IsEnd(mark.End));
}
