namespace SalesBot.Language.Phrases;

/// <summary>One literal found in the text; <c>End</c> is exclusive.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct LiteralHit(int Literal, int Start, int End);

/// <summary>
/// All literals of the phrase book in one automaton (Aho and Corasick, 1975): a message is walked once, however many phrases there are.
/// A literal that begins or ends with a Latin letter or digit is only found on a word's edge, unless it was written with a trailing <c>*</c>.
/// </summary>
internal sealed class LiteralAutomaton
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<int> _fail = [0];
    private readonly List<List<int>?> _found = [null];
    private readonly List<(int Length, bool OpenEnd)> _literals = [];

    public LiteralAutomaton(IReadOnlyList<string> literals)
    {
        var children = new List<List<(char Letter, int State)>> { new() };
        for (var id = 0; id < literals.Count; id++) Add(literals[id], id, children);
        Link(children);
    }

    public IEnumerable<LiteralHit> Find(string text)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Step(state, text[i]);
            if (_found[state] is not { } found) continue;
            foreach (var id in found)
            {
                var (length, openEnd) = _literals[id];
                var start = i + 1 - length;
                if (Script.IsEdge(text, start) && (openEnd || Script.IsEdge(text, i + 1))) yield return new LiteralHit(id, start, i + 1);
            }
        }
    }

    private void Add(string literal, int id, List<List<(char Letter, int State)>> children)
    {
        var openEnd = literal.EndsWith('*');
        var letters = openEnd ? literal[..^1] : literal;
        var state = 0;
        foreach (var letter in letters)
        {
            if (!_next.TryGetValue(Key(state, letter), out var child))
            {
                child = _fail.Count;
                _fail.Add(0);
                _found.Add(null);
                children.Add([]);
                children[state].Add((letter, child));
                _next[Key(state, letter)] = child;
            }

            state = child;
        }

        (_found[state] ??= []).Add(id);
        _literals.Add((letters.Length, openEnd));
    }

    private void Link(List<List<(char Letter, int State)>> children)
    {
        var queue = new Queue<int>();
        queue.Enqueue(0);
        while (queue.TryDequeue(out var state))
        {
            foreach (var (letter, child) in children[state])
            {
                queue.Enqueue(child);
                if (state == 0) continue;
                _fail[child] = Step(_fail[state], letter);
                if (_found[_fail[child]] is { } inherited) _found[child] = [.. _found[child] ?? [], .. inherited];
            }
        }
    }

    private int Step(int state, char letter)
    {
        while (true)
        {
            if (_next.TryGetValue(Key(state, letter), out var next)) return next;
            if (state == 0) return 0;
            state = _fail[state];
        }
    }

    private static long Key(int state, char letter) => ((long)state << 16) | letter;
}
