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
        return Steps[0].All(marks) is { Count: > 0 } all ? [all[0]] : null;
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
internal sealed record PhraseStep(IReadOnlyList<PhraseKey> Keys)
{
    public static PhraseStep Parse(string text, Func<string, int> keyOf) =>
        new([.. text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => PhraseKey.Parse(word, keyOf))]);

    public IReadOnlyList<Mark> All(Marks marks)
    {
        List<Mark>? found = null;
        foreach (var key in Keys)
        {
            foreach (var mark in marks.Of(key.Id))
            {
                if (key.AtStart && !marks.IsStart(mark.Start)) continue;
                if (key.AtEnd && !marks.IsEnd(mark.End)) continue;
                (found ??= []).Add(mark);
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
}
