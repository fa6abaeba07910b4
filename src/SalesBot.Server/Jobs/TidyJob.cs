using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Documents;

namespace SalesBot.Server.Jobs;

/// <summary>Forgets what is only needed for a while, and makes known the seed of what will be drawn next month.</summary>
internal sealed class TidyJob(Retention retention, TimeProvider clock, Func<SalesDb> open) : ScheduledJob(clock, open)
{
    protected override async Task RunAsync(DateTimeOffset now, CancellationToken stop)
    {
        await retention.RunAsync(now, stop);
        await using var db = Open();
        await SpotDraw.PublishAsync(db, now, stop);
    }
}
