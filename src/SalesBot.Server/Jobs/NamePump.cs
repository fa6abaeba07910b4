using System.Data.Common;
using SalesBot.Data;
using SalesBot.Telemetry;

namespace SalesBot.Server.Jobs;

/// <summary>Lets the reader know the names that other nodes and imports have written. A first load that fails ends the service.</summary>
internal sealed class NamePump(NameFeed names, ILogger<NamePump> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await names.Loaded.WaitAsync(stoppingToken);

        // Loading leaves garbage of several times what it built, and an idle service would keep it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await names.CatchUpAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or InvalidOperationException)
            {
                // A broken connection, which EF wraps on PostgreSQL: the next round reads what this one missed.
                Log.NamesBehind(log, Fault.Describe(fault));
            }
        }
    }
}
