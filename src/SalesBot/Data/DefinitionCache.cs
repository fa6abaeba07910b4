namespace SalesBot.Data;

/// <summary>Keeps the <see cref="Definitions"/>; read anew after one was saved here, and each minute for those saved by other nodes.</summary>
internal sealed class DefinitionCache
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private volatile Entry? current;
    private volatile int changes;

    public async Task<Definitions> GetAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (current is { } entry && (now - entry.ReadAt).Duration() < Fresh)
        {
            return entry.Definitions;
        }

        var seen = changes;
        var definitions = await Definitions.LoadAsync(db, cancellationToken);
        current = new Entry(definitions, now);
        if (seen != changes)
        {
            // One was saved while they were read: good enough for this turn, but not to be kept.
            current = null;
        }

        return definitions;
    }

    public void Forget()
    {
        Interlocked.Increment(ref changes);
        current = null;
    }

    private sealed record Entry(Definitions Definitions, DateTimeOffset ReadAt);
}
