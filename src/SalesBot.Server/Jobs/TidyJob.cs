using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Server.Jobs;

internal sealed class TidyJob(Retention retention, TimeProvider clock, Func<SalesDb> open) : ScheduledJob(clock, open)
{
    protected override Task RunAsync(DateTimeOffset now, CancellationToken stop) => retention.RunAsync(now, stop);
}
