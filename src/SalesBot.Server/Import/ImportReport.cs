using SalesBot.Words;

namespace SalesBot.Server.Import;

/// <summary>What an import took, by kind, and the remarks that a person should read.</summary>
internal sealed class ImportReport
{
    private readonly Dictionary<string, int[]> kinds = new(StringComparer.Ordinal);

    /// <summary>Name by which <c>--undo</c> takes it back; null when nothing was changed.</summary>
    public string? Id { get; set; }

    public List<Word> Remarks { get; } = [];

    public IEnumerable<(string Kind, int Added, int Updated, int Unchanged)> Kinds => kinds.Select(k => (k.Key, k.Value[0], k.Value[1], k.Value[2]));

    public int Changed => kinds.Values.Sum(k => k[0] + k[1]);

    public void Count(string kind, Outcome outcome)
    {
        if (!kinds.TryGetValue(kind, out var counts))
        {
            kinds[kind] = counts = new int[3];
        }

        counts[(int)outcome]++;
    }
}

internal enum Outcome
{
    Added,
    Updated,
    Unchanged,
}
