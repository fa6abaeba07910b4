using Quartz;
using SalesBot.Data;

namespace SalesBot.Server.Jobs;

/// <summary>One of the <see cref="Rounds"/> as a job: never twice at once, and its last run is noted for <c>check</c> (complaint 28).</summary>
[DisallowConcurrentExecution]
internal abstract class ScheduledJob(TimeProvider clock, Func<SalesDb> open) : IJob
{
    public const string LastRun = "job/";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await RunAsync(clock.GetUtcNow(), cancellationToken);
        await using var db = open();
        var name = LastRun + context.JobDetail.Key.Name;
        // Real time on purpose: whether the scheduler is alive does not depend on a practice clock that somebody moved.
        var value = Machine.Clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        if (await db.Settings.FindAsync([name], cancellationToken) is { } setting)
        {
            setting.Value = value;
        }
        else
        {
            db.Settings.Add(new Setting { Name = name, Value = value });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    protected SalesDb Open() => open();

    protected abstract Task RunAsync(DateTimeOffset now, CancellationToken stop);
}

internal sealed class ScanJob(Rounds rounds, TimeProvider clock, Func<SalesDb> open) : ScheduledJob(clock, open)
{
    protected override Task RunAsync(DateTimeOffset now, CancellationToken stop) => rounds.ScanAsync(now, stop);
}

internal sealed class TellJob(Rounds rounds, TimeProvider clock, Func<SalesDb> open) : ScheduledJob(clock, open)
{
    protected override Task RunAsync(DateTimeOffset now, CancellationToken stop) => rounds.TellAsync(now, stop);
}
