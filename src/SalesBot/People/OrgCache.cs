using SalesBot.Data;

namespace SalesBot.People;

/// <summary>Keeps the <see cref="OrgChart"/>; read anew after a change of people here, and each minute for changes by other nodes.</summary>
internal sealed class OrgCache
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private volatile Entry? current;

    public async Task<OrgChart> GetAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (current is { } entry && (now - entry.ReadAt).Duration() < Fresh)
        {
            return entry.Chart;
        }

        var chart = await OrgChart.LoadAsync(db, cancellationToken);
        current = new Entry(chart, now);
        return chart;
    }

    public void Forget() => current = null;

    private sealed record Entry(OrgChart Chart, DateTimeOffset ReadAt);
}
