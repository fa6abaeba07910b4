namespace SalesBot.Data;

/// <summary>Keeps what is read often and changed seldom; read anew after a change here, and each minute for changes by other nodes.</summary>
/// <param name="load">Reads it.</param>
internal abstract class Cached<T>(Func<SalesDb, CancellationToken, Task<T>> load)
    where T : class
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private volatile Entry? current;
    private volatile int changes;

    public async Task<T> GetAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (current is { } entry && (now - entry.ReadAt).Duration() < Fresh)
        {
            return entry.Value;
        }

        var seen = changes;
        var value = await load(db, cancellationToken);
        current = new Entry(value, now);
        if (seen != changes)
        {
            // Something was changed while it was read: good enough for this turn, but not to be kept.
            current = null;
        }

        return value;
    }

    public void Forget()
    {
        Interlocked.Increment(ref changes);
        current = null;
    }

    private sealed record Entry(T Value, DateTimeOffset ReadAt);
}
