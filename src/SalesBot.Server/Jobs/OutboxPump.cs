using SalesBot.Conversation;
using SalesBot.Server.Channels;
using SalesBot.Telemetry;

namespace SalesBot.Server.Jobs;

/// <summary>Posts what committed turns and jobs left in the outbox: at once when woken, else every few seconds for what is to be retried. Beside it, once a minute, tells of turns that were cut short.</summary>
internal sealed class OutboxPump(Outbox outbox, UnfinishedTurns unfinished, TimeProvider clock, ILogger<OutboxPump> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5), Rounds = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RoundsAsync(
            async () =>
            {
                await outbox.DeliverDueAsync(clock.GetUtcNow(), stoppingToken);
                await outbox.Pending.WaitAsync(Pause, stoppingToken);
            }, stoppingToken),
        RoundsAsync(
            async () =>
            {
                await unfinished.TellAsync(clock.GetUtcNow(), stoppingToken);
                await Task.Delay(Rounds, stoppingToken);
            }, stoppingToken));

    private async Task RoundsAsync(Func<Task> round, CancellationToken stop)
    {
        // Each goes on by itself, however long the other one takes.
        await Task.Yield();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await RoundAsync(round, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    private async Task RoundAsync(Func<Task> round, CancellationToken stop)
    {
        try
        {
            await round();
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            // Neither a broken database connection nor a call that gave up by itself must end the pump: the rows are still there for the next round.
            Log.PumpFailed(log, Fault.Describe(fault));
            await Task.Delay(Pause, stop);
        }
    }
}
