using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Process;
using SalesBot.Deals;

namespace SalesBot.Customers.Segments;

/// <summary>
/// Where a customer stands in its life as far as the records tell (CU-04): being delivered while a signed contract is not paid, being won over while a deal is past the first stage,
/// kept once it has bought, nurtured while somebody speaks with it, else just acquired.
/// </summary>
internal static class LifecycleStage
{
    public static async Task<Lifecycle> OfAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var one = act.Db.Customers.Where(c => c.Id == customer.Id);
        foreach (var stage in new[] { Lifecycle.Delivering, Lifecycle.Converting, Lifecycle.Retained, Lifecycle.Nurtured })
        {
            if (await In(act.Db, one, stage, First(act)).AnyAsync(cancellationToken))
            {
                return stage;
            }
        }

        return Lifecycle.Acquired;
    }

    /// <summary>Numbers of those that the records put into the stage, of the customers that the asker sees.</summary>
    public static async Task<List<long>> IdsAsync(Act act, Lifecycle stage, CancellationToken cancellationToken)
    {
        var all = People.VisibleToExtensions.VisibleTo(act.Db.Customers, act.Viewer);
        return await In(act.Db, all, stage, First(act)).Select(c => c.Id).ToListAsync(cancellationToken);
    }

    /// <summary>How many of these stand where; what somebody has set by hand counts as that.</summary>
    public static async Task<IReadOnlyList<(Lifecycle Stage, int Count)>> CountsAsync(Act act, IQueryable<Customer> customers, CancellationToken cancellationToken)
    {
        var counts = new List<(Lifecycle, int)>();
        foreach (var stage in Enum.GetValues<Lifecycle>())
        {
            counts.Add((stage, await customers.CountAsync(c => c.Lifecycle == stage, cancellationToken) + await In(act.Db, customers.Where(c => c.Lifecycle == null), stage, First(act)).CountAsync(cancellationToken)));
        }

        return counts;
    }

    private static string First(Act act) => act.Process.Open.First().Id;

    private static IQueryable<Customer> In(SalesDb db, IQueryable<Customer> customers, Lifecycle stage, string first)
    {
        var delivering = customers.Where(c => db.Contracts.Any(k => k.CustomerId == c.Id && k.Status == ContractStatus.Signed && k.Paid < k.Amount));
        var converting = customers.Where(c => db.Deals.Any(d => d.CustomerId == c.Id && d.Status == DealStatus.Open && d.Stage != first));
        var bought = customers.Where(c => db.Deals.Any(d => d.CustomerId == c.Id && d.Status == DealStatus.Won) || db.Contracts.Any(k => k.CustomerId == c.Id && k.Status == ContractStatus.Signed));
        var spoken = customers.Where(c => db.FollowUps.Any(f => f.CustomerId == c.Id));
        return stage switch
        {
            Lifecycle.Delivering => delivering,
            Lifecycle.Converting => converting.Except(delivering),
            Lifecycle.Retained => bought.Except(delivering).Except(converting),
            Lifecycle.Nurtured => spoken.Except(bought).Except(converting).Except(delivering),
            _ => customers.Except(spoken).Except(bought).Except(converting).Except(delivering),
        };
    }
}
