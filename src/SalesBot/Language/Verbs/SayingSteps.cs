namespace SalesBot.Language.Verbs;

/// <summary>Sayings as steps: one takes a character and goes to the next; others go on without.</summary>
internal sealed class SayingSteps
{
    internal enum Kind : byte
    {
        /// <summary>A character of the set.</summary>
        Take,

        /// <summary>To A, or else to B.</summary>
        Fork,

        /// <summary>To A.</summary>
        Go,

        /// <summary>A place begins (A even) or ends.</summary>
        Edge,

        /// <summary>The saying of number A is over.</summary>
        End,
    }

    private readonly List<Step> steps = [];

    public int Count => steps.Count;

    public Step this[int step] => steps[step];

    public void Add(SayingNode saying, int number)
    {
        var edges = 0;
        Lay(saying, ref edges);
        steps.Add(new Step(Kind.End, number));
    }

    /// <summary>The steps that take a character, or end a saying, to which one gets from a step without any.</summary>
    public IReadOnlyList<int> Reached(int from)
    {
        var (found, seen, open) = (new List<int>(), new HashSet<int>(), new Stack<int>([from]));
        while (open.TryPop(out var step))
        {
            if (!seen.Add(step))
            {
                continue;
            }

            switch (steps[step])
            {
                case { Kind: Kind.Take or Kind.End }:
                    found.Add(step);
                    break;
                case { Kind: Kind.Fork } fork:
                    open.Push(fork.B);
                    open.Push(fork.A);
                    break;
                case { Kind: Kind.Go } go:
                    open.Push(go.A);
                    break;
                default:
                    open.Push(step + 1);
                    break;
            }
        }

        return found;
    }

    /// <summary>Where the first place of the saying between two steps stands, by its first way through the text; no step is tried twice at one character.</summary>
    public (int From, int To)? Place(int first, int end, string text)
    {
        var tried = new HashSet<(int, int)>();
        var open = new Stack<(int Step, int At, Edges? Passed)>([(first, 0, null)]);
        while (open.TryPop(out var now))
        {
            var (step, at, passed) = now;
            if (!tried.Add((step, at)))
            {
                continue;
            }

            switch (steps[step])
            {
                case { Kind: Kind.Take, Set: { } set }:
                    if (at < text.Length && set.Has(text[at]))
                    {
                        open.Push((step + 1, at + 1, passed));
                    }

                    break;
                case { Kind: Kind.Fork } fork:
                    open.Push((fork.B, at, passed));
                    open.Push((fork.A, at, passed));
                    break;
                case { Kind: Kind.Go } go:
                    open.Push((go.A, at, passed));
                    break;
                case { Kind: Kind.Edge } edge:
                    open.Push((step + 1, at, new Edges(edge.A, at, passed)));
                    break;
                default:
                    if (at == text.Length && step == end - 1)
                    {
                        return Edges.First(passed);
                    }

                    break;
            }
        }

        return null;
    }

    private void Lay(SayingNode node, ref int edges)
    {
        switch (node)
        {
            case SayingNode.One one:
                steps.Add(new Step(Kind.Take) { Set = one.Set });
                break;
            case SayingNode.Row row:
                foreach (var part in row.Parts)
                {
                    Lay(part, ref edges);
                }

                break;
            case SayingNode.Either either:
                LayEither(either, ref edges);
                break;
            case SayingNode.Times times:
                LayTimes(times, ref edges);
                break;
            case SayingNode.Place place:
                var edge = edges;
                edges += 2;
                steps.Add(new Step(Kind.Edge, edge));
                Lay(place.Part, ref edges);
                steps.Add(new Step(Kind.Edge, edge + 1));
                break;
        }
    }

    private void LayEither(SayingNode.Either either, ref int edges)
    {
        var outs = new List<int>();
        foreach (var part in either.Parts.SkipLast(1))
        {
            var fork = Gap();
            Lay(part, ref edges);
            outs.Add(Gap());
            steps[fork] = new Step(Kind.Fork, fork + 1, Count);
        }

        Lay(either.Parts[^1], ref edges);
        outs.ForEach(gap => steps[gap] = new Step(Kind.Go, Count));
    }

    private void LayTimes(SayingNode.Times times, ref int edges)
    {
        for (var i = 0; i < times.Least; i++)
        {
            Lay(times.Part, ref edges);
        }

        var forks = new List<int>();
        for (var i = times.Least; i < (times.Most ?? times.Least + 1); i++)
        {
            forks.Add(Gap());
            Lay(times.Part, ref edges);
        }

        if (times.Most is null)
        {
            steps.Add(new Step(Kind.Go, forks[0]));
        }

        forks.ForEach(fork => steps[fork] = times.Few ? new Step(Kind.Fork, Count, fork + 1) : new Step(Kind.Fork, fork + 1, Count));
    }

    private int Gap()
    {
        steps.Add(default);
        return Count - 1;
    }

    /// <summary>One of them.</summary>
    /// <param name="A">With <paramref name="B"/>, where it goes; else a number, see its kind.</param>
    public readonly record struct Step(Kind Kind, int A = 0, int B = 0)
    {
        public CharacterSet? Set { get; init; }
    }

    /// <summary>The edges of places that a way has passed, the last one first.</summary>
    private sealed record Edges(int Edge, int At, Edges? Before)
    {
        public static (int From, int To)? First(Edges? passed)
        {
            var at = new SortedDictionary<int, int>();
            for (var edge = passed; edge is not null; edge = edge.Before)
            {
                at.TryAdd(edge.Edge, edge.At);
            }

            return at.Count == 0 ? null : (at.First().Value, at[at.First().Key + 1]);
        }
    }
}
