using SalesBot.Conversation;
using SalesBot.Server.Channels;
using SalesBot.Telemetry;

namespace SalesBot.Server.Jobs;

/// <summary>Posts what committed turns and jobs left in the outbox: at once when woken, else every few seconds for what is to be retried.</summary>
internal sealed class OutboxPump(Outbox outbox, UnfinishedTurns unfinished, TimeProvider clock, ILogger<OutboxPump> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await unfinished.TellAsync(clock.GetUtcNow(), stoppingToken);
                await outbox.DeliverDueAsync(clock.GetUtcNow(), stoppingToken);
                await outbox.Pending.WaitAsync(Pause, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // Neither a broken database connection nor a call that gave up by itself must end the pump: the rows are still there for the next round.
                Log.PumpFailed(log, Fault.Describe(fault));
                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
