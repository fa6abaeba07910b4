using SalesBot.Data;

namespace SalesBot.People;

/// <summary>Keeps the <see cref="OrgChart"/>; read anew after a change of people here, and each minute for changes by other nodes.</summary>
internal sealed class OrgCache
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private volatile Entry? current;
    private volatile int changes;

    public async Task<OrgChart> GetAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (current is { } entry && (now - entry.ReadAt).Duration() < Fresh)
        {
            return entry.Chart;
        }

        var seen = changes;
        var chart = await OrgChart.LoadAsync(db, cancellationToken);
        current = new Entry(chart, now);
        if (seen != changes)
        {
            // Somebody was changed while it was read: good enough for this turn, but not to be kept.
            current = null;
        }

        return chart;
    }

    public void Forget()
    {
        Interlocked.Increment(ref changes);
        current = null;
    }

    private sealed record Entry(OrgChart Chart, DateTimeOffset ReadAt);
}
