using System.Runtime.InteropServices;

namespace SalesBot.Language.Phrases;

/// <summary>A place in the normalised text where something was found; for a feature without a place (the context) both are 0.</summary>
internal readonly record struct Mark(int Start, int End, string? Value = null)
{
    public bool Overlaps(int start, int end) => Start < end && start < End;
}

/// <summary>Everything found in one part [From, To) of a message, by key of the phrase book.</summary>
internal sealed class Marks(string text, int from, int to)
{
    /// <summary>Different things found in a sentence.</summary>
    private const int Usual = 97;

    private readonly Dictionary<int, List<Mark>> _found = new(Usual);

    public int From => from;

    public int To => to;

    public IEnumerable<int> Keys => _found.Keys;

    public IReadOnlyList<Mark> Of(int key) => _found.TryGetValue(key, out var marks) ? marks : [];

    /// <summary>The same for the rules, which look here hundreds of times a message; not to be kept while marks are added.</summary>
    public ReadOnlySpan<Mark> At(int key) => _found.TryGetValue(key, out var marks) ? CollectionsMarshal.AsSpan(marks) : [];

    public bool Has(int key) => _found.ContainsKey(key);

    public void Add(int key, Mark mark)
    {
        if (!_found.TryGetValue(key, out var marks)) _found[key] = marks = new List<Mark>(1);
        marks.Add(mark);
    }

    public bool IsChinese(Mark mark) => Script.IsChinese(text[mark.Start]);

    /// <summary>Nothing but blanks, marks and polite openers stands before it.</summary>
    public bool IsStart(int at)
    {
        while (at > from && !char.IsLetterOrDigit(text[at - 1])) at--;
        return at <= from;
    }

    public bool IsEnd(int at)
    {
        while (at < to && !char.IsLetterOrDigit(text[at])) at++;
        return at >= to;
    }
}
