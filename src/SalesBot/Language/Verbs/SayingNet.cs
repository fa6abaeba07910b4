using System.Collections.Concurrent;

namespace SalesBot.Language.Verbs;

/// <summary>
/// All sayings as one automaton without backtracking: a message goes through it once, however many sayings there are. (A .NET expression without backtracking
/// costs some six milliseconds and a megabyte for each saying, DECISIONS.md 37.)
/// </summary>
internal sealed class SayingNet
{
    private readonly SayingSteps steps = new();
    private readonly List<(int From, int To)> sayings = [];
    private readonly Dictionary<char, List<int>> byFirst = [];
    private readonly List<int> byAny = [];
    private readonly ConcurrentBag<Walk> walks = [];
    private readonly int[]?[] after;

    /// <summary>Of all of them.</summary>
    /// <param name="all">Each is known by its number, from 0.</param>
    public SayingNet(IEnumerable<string> all)
    {
        foreach (var saying in all)
        {
            var from = steps.Count;
            steps.Add(SayingParser.Read(saying), sayings.Count);
            sayings.Add((from, steps.Count));
            Begin(from);
        }

        after = new int[]?[steps.Count];
    }

    /// <summary>The numbers of those which the whole text is, in rising order.</summary>
    public IReadOnlyList<int> Find(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return [];
        }

        var walk = walks.TryTake(out var idle) ? idle : new Walk(steps.Count);
        walk.Now.AddRange(byAny);
        walk.Now.AddRange(byFirst.GetValueOrDefault(text[0]) ?? []);
        foreach (var c in text)
        {
            walk.Round++;
            foreach (var step in walk.Now)
            {
                if (steps[step].Set?.Has(c) == true)
                {
                    walk.Go(After(step));
                }
            }

            (walk.Now, walk.Next) = (walk.Next, walk.Now);
            walk.Next.Clear();
            if (walk.Now.Count == 0)
            {
                break;
            }
        }

        var found = walk.Now.Where(step => steps[step].Set is null).Select(step => steps[step].A).Distinct().Order().ToList();
        walk.Now.Clear();
        walks.Add(walk);
        return found;
    }

    /// <summary>Where the first place of a saying stands that the text is; null where it has none.</summary>
    public (int From, int To)? PlaceOf(int saying, string text) => steps.Place(sayings[saying].From, sayings[saying].To, text);

    private void Begin(int from)
    {
        foreach (var step in steps.Reached(from))
        {
            if (steps[step].Set?.Only is not { } first)
            {
                byAny.Add(step);
            }
            else if (byFirst.TryGetValue(first, out var those))
            {
                those.Add(step);
            }
            else
            {
                byFirst[first] = [step];
            }
        }
    }

    /// <summary>Where one may be after a step; worked out when it is first gone, and the same whoever does.</summary>
    private int[] After(int step) => after[step] ??= [.. steps.Reached(step + 1)];

    /// <summary>Of one message: where it may be now, and where after the next character.</summary>
    private sealed class Walk(int size)
    {
        private readonly int[] marked = new int[size];

        public List<int> Now { get; set; } = [];

        public List<int> Next { get; set; } = [];

        public int Round { get; set; }

        public void Go(int[] reached)
        {
            foreach (var step in reached)
            {
                if (marked[step] != Round)
                {
                    marked[step] = Round;
                    Next.Add(step);
                }
            }
        }
    }
}
