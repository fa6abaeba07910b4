namespace SalesBot.Language.Phrases;

/// <summary>One or more steps in order (<c>a .. b</c>); each step is any of its alternatives.</summary>
internal sealed record PhraseTerm(IReadOnlyList<PhraseStep> Steps, bool Absent)
{
    /// <summary>Characters that may stand between two steps.</summary>
    private const int Gap = 24;

    public static PhraseTerm Parse(string text, Func<string, int> keyOf)
    {
        var absent = text.StartsWith('!');
        return new PhraseTerm([.. (absent ? text[1..] : text).Split(" .. ", StringSplitOptions.TrimEntries).Select(step => PhraseStep.Parse(step, keyOf))], absent);
    }

    public IReadOnlyList<Mark>? Find(Marks marks)
    {
        if (Steps.Count > 1) return Follow(marks, 0, null);
        return Steps[0].First(marks) is { } first ? [first] : null;
    }

    private List<Mark>? Follow(Marks marks, int step, Mark? before)
    {
        if (step == Steps.Count) return [];
        foreach (var mark in Steps[step].All(marks))
        {
            if (before is { } last && (mark.Start < last.End || mark.Start - last.End > Gap)) continue;
            if (Follow(marks, step + 1, mark) is { } rest) return [mark, .. rest];
        }

        return null;
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
