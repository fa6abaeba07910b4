namespace SalesBot.Server;

/// <summary>
/// Walks the practice clock ahead and runs what falls due on the way, an hour at a time, so that whatever is said on the way is said at the hour at
/// which it would have been. One walk after another, however many are asked for at once; a step that fails leaves the clock where it stood.
/// </summary>
internal sealed class PracticeTime(PracticeClock clock, IEnumerable<FallsDue> falling) : IDisposable
{
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

    public void Dispose() => _walking.Dispose();
}
