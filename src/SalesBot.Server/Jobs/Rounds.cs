using SalesBot.Conversation;
using SalesBot.Nudges;

namespace SalesBot.Server.Jobs;

/// <summary>
/// What the service does by itself, each once. The scheduler calls them by its triggers; when the practice clock is moved they are run hour
/// by hour over the time that was skipped, so that everything falls due where it would have.
/// </summary>
internal sealed class Rounds(Clocks clocks, NudgeScan scan, Telling telling, Outbox outbox, PracticeLanguage? practice = null)
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim gate = new(1, 1);

    public Task ScanAsync(DateTimeOffset now, CancellationToken stop) => AloneAsync(async () =>
    {
        await clocks.RunAsync(now, stop);
        await scan.RunAsync(now, stop);
    }, stop);

    /// <summary>In practice nobody is told before the first page has said in which language.</summary>
    public async Task TellAsync(DateTimeOffset now, CancellationToken stop)
    {
        if (practice is null || await practice.IsKnownAsync(stop))
        {
            await AloneAsync(() => telling.RunAsync(now, stop), stop);
        }
    }

    public async Task CatchUpAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        for (var moment = from + Step; ; moment += Step)
        {
            var now = moment < to ? moment : to;
            await ScanAsync(now, stop);
            await AloneAsync(() => telling.RunAsync(now, stop), stop);
            await outbox.DeliverDueAsync(now, stop);
            if (now == to)
            {
                return;
            }
        }
    }

    /// <summary>One round at a time in this process; between nodes the database decides.</summary>
    private async Task AloneAsync(Func<Task> round, CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        try
        {
            await round();
        }
        finally
        {
            gate.Release();
        }
    }
}
