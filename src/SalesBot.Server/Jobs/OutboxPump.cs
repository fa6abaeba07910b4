using SalesBot.Conversation;
using SalesBot.Server.Channels;
using SalesBot.Telemetry;

namespace SalesBot.Server.Jobs;

/// <summary>Posts what committed turns and jobs left in the outbox: at once when woken, else every few seconds for what is to be retried.</summary>
internal sealed class OutboxPump(Outbox outbox, UnfinishedTurns unfinished, TimeProvider clock, ILogger<OutboxPump> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5), Rounds = TimeSpan.FromMinutes(1);

    private DateTimeOffset told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TellAsync(clock.GetUtcNow(), stoppingToken);
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

    /// <summary>Once a minute; what fails there keeps no message from going out.</summary>
    private async Task TellAsync(DateTimeOffset now, CancellationToken stop)
    {
        if ((now - told).Duration() < Rounds)
        {
            return;
        }

        told = now;
        try
        {
            await unfinished.TellAsync(now, stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            Log.PumpFailed(log, Fault.Describe(fault));
        }
    }
}
