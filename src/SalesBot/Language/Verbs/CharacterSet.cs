using System.Collections.Concurrent;

namespace SalesBot.Language.Verbs;

/// <summary>Characters from … to … each, or all but those.</summary>
internal sealed class CharacterSet(IReadOnlyList<(char From, char To)> ranges, bool allBut)
{
    public static readonly CharacterSet Any = new([], allBut: true);

    private static readonly ConcurrentDictionary<char, CharacterSet> Singles = new();

    /// <summary>The only one that is in it; null where there are more.</summary>
    public char? Only { get; } = !allBut && ranges is [var (from, to)] && from == to ? from : null;

    public static CharacterSet Of(char one) => Singles.GetOrAdd(one, c => new([(c, c)], allBut: false));

    public bool Has(char c)
    {
        if (Only is { } only)
        {
            return c == only;
        }

        foreach (var (from, to) in ranges)
        {
            if (from <= c && c <= to)
            {
                return !allBut;
            }
        }

        return allBut;
    }
}
