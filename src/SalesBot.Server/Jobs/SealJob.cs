using SalesBot.Data;

namespace SalesBot.Server.Jobs;

/// <summary>Seals what the trail has gained.</summary>
internal sealed class SealJob(TimeProvider clock, Func<SalesDb> open) : ScheduledJob(clock, open)
{
    protected override async Task RunAsync(DateTimeOffset now, CancellationToken stop)
    {
        int newly;
        do
        {
            await using var db = Open();
            newly = await Trail.SealAsync(db, stop);
        }
        while (newly > 0);
    }
}
