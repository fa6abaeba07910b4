using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>
/// A record that may be meant and the places of the text that name it: its customer, words of its title, its kind, its discount, who sent it.
/// Who is named by all that names another and by more besides is meant before it; where each is named by something of its own, it is open which.
/// </summary>
internal sealed record Trace(NamedRecord Record, HashSet<int> Places)
{
    public void Add(int start, int end)
    {
        for (var i = start; i < end; i++) Places.Add(i);
    }

    /// <summary>Those that no other one outdoes.</summary>
    public static List<Trace> Best(IReadOnlyList<Trace> traces) =>
        [.. traces.Where(trace => !traces.Any(other => other.Places.Count > trace.Places.Count && other.Places.IsSupersetOf(trace.Places)))];

    /// <summary>“MES和TMS”, "the LIMS and telematics quotes": each has words of its own, and between those of one and the next stands "and".</summary>
    public static bool AreJoined(Clause clause, IReadOnlyList<Trace> traces)
    {
        var own = traces.Select(trace => trace.Places.Where(at => !traces.Any(other => other != trace && other.Places.Contains(at))).Order().ToList()).ToList();
        if (traces.Count < 2 || own.Exists(places => places.Count == 0)) return false;
        own.Sort((a, b) => a[0].CompareTo(b[0]));
        var joints = clause.Words("and").Where(word => clause.Message.Text[word.Start] != ',').ToList();
        return own.Zip(own.Skip(1)).All(pair => joints.Any(word => word.Start > pair.First[^1] && word.End <= pair.Second[0]));
    }
}
