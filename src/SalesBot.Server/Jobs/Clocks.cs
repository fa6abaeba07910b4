using SalesBot.Approvals;
using SalesBot.Customers.Pool;
using SalesBot.Leads;

namespace SalesBot.Server.Jobs;

/// <summary>What moves on by the time alone, before anybody is told of it.</summary>
internal sealed class Clocks(ApprovalClock approvals, CustomerClock customers, LeadClock leads)
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken stop)
    {
        await approvals.RunAsync(now, stop);
        await customers.RunAsync(now, stop);
        await leads.RunAsync(now, stop);
    }
}
