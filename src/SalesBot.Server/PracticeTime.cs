namespace SalesBot.Server;

/// <summary>Moves the practice clock ahead and runs what falls due on the way; one move after another, however many are asked for at once.</summary>
internal sealed class PracticeTime(PracticeClock clock, IEnumerable<FallsDue> falling) : IDisposable
{
    private readonly SemaphoreSlim _moving = new(1);

    /// <summary>Returns where the clock stood and where it stands when all is done.</summary>
    public async Task<(DateTimeOffset From, DateTimeOffset Now)> AdvanceAsync(TimeSpan by, CancellationToken stop)
    {
        await _moving.WaitAsync(stop);
        try
        {
            var (from, to) = clock.Advance(by);
            foreach (var due in falling)
            {
                await due(from, to, stop);
            }

            return (from, clock.GetUtcNow());
        }
        finally
        {
            _moving.Release();
        }
    }

    public void Dispose() => _moving.Dispose();
}
