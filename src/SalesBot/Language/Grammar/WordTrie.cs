namespace SalesBot.Language.Grammar;

/// <summary>Words by their letters, so that all that begin at a position are found in one walk.</summary>
internal sealed class WordTrie<T>
{
    private readonly Branch _root = new();
    private readonly Branch?[] _first = new Branch?[char.MaxValue + 1];

    public void Add(string word, T value)
    {
        if (word.Length == 0) throw new ArgumentException("A word has at least one letter.", nameof(word));
        var branch = _root;
        foreach (var c in word) branch = branch.GetOrAdd(c);
        _first[word[0]] = _root.Next(word[0]);
        branch.Values.Add(value);
    }

    /// <summary>Calls <paramref name="found"/> with the end of each word that begins at the position. A Latin word must begin and end at a word boundary.</summary>
    public void Match<TState>(ReadOnlySpan<char> text, int at, TState state, Action<TState, int, T> found)
    {
        if (at > 0 && IsLatin(text[at]) && IsLatin(text[at - 1])) return;
        var branch = _first[text[at]];
        for (var end = at + 1; branch is not null; end++)
        {
            if (branch.Values.Count > 0 && !(end < text.Length && IsLatin(text[end - 1]) && IsLatin(text[end])))
            {
                foreach (var value in branch.Values) found(state, end, value);
            }

            if (end >= text.Length) return;
            branch = branch.Next(text[end]);
        }
    }

    private static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or (>= '\u00E0' and <= '\u024F');

    private sealed class Branch
    {
        private readonly Dictionary<char, Branch> _next = [];

        public List<T> Values { get; } = [];

        public Branch? Next(char c) => _next.GetValueOrDefault(c);

        public Branch GetOrAdd(char c)
        {
            if (!_next.TryGetValue(c, out var branch)) _next[c] = branch = new Branch();
            return branch;
        }
    }
}
