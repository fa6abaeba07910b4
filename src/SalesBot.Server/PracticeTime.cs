using System.Globalization;
using SalesBot.Data;

namespace SalesBot.Server;

/// <summary>
/// Walks the practice clock ahead and runs what falls due on the way, an hour at a time, so that whatever is said on the way is said at the hour at
/// which it would have been. One walk after another, however many are asked for at once; a step that fails leaves the clock where it stood. How far it
/// went stands in the database: what was written there must not lie in the future after a restart.
/// </summary>
internal sealed class PracticeTime(PracticeClock clock, Func<SalesDb> open, IEnumerable<FallsDue> falling) : IDisposable
{
    private const string Name = "practice_clock_ahead";

    private static readonly TimeSpan Step = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _walking = new(1);

    /// <summary>Returns where the clock stood and where it stands when all is done.</summary>
    public async Task<(DateTimeOffset From, DateTimeOffset Now)> AdvanceAsync(TimeSpan by, CancellationToken stop)
    {
        await _walking.WaitAsync(stop);
        try
        {
            var start = clock.GetUtcNow();
            for (var left = by; left > TimeSpan.Zero; left -= Step)
            {
                var (from, to) = clock.Advance(left < Step ? left : Step);
                await KeepAsync(stop);
                foreach (var due in falling)
                {
                    await due(from, to, stop);
                }
            }

            return (start, clock.GetUtcNow());
        }
        finally
        {
            _walking.Release();
        }
    }

    /// <summary>Puts the clock where the last walk through this database left it.</summary>
    public async Task ResumeAsync(CancellationToken stop)
    {
        await using var db = open();
        if (await db.Settings.FindAsync([Name], stop) is { } kept && TimeSpan.TryParse(kept.Value, CultureInfo.InvariantCulture, out var ahead))
        {
            clock.Ahead = ahead;
        }
    }

    private async Task KeepAsync(CancellationToken stop)
    {
        await using var db = open();
        var kept = await db.Settings.FindAsync([Name], stop) ?? db.Settings.Add(new Setting { Name = Name }).Entity;
        kept.Value = clock.Ahead.ToString("c", CultureInfo.InvariantCulture);
        await db.SaveChangesAsync(stop);
    }

    public void Dispose() => _walking.Dispose();
}
