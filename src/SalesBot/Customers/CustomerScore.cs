using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>
/// How warm a customer is, 0 to 100, from recorded facts only (FU-10, CU-05): 30 points for the last contact (within 7 days, half within 30), 5 for each
/// interaction of the last 90 days up to 30, 10 for each document up to 20, and 20 × the chance of the open deal that is furthest on.
/// </summary>
internal sealed record CustomerScore(int Contact, int Interactions, int Documents, int Deals)
{
    /// <summary>Days of which interactions count.</summary>
    public const int Window = 90;

    public int Points => Contact + Interactions + Documents + Deals;

    /// <summary>The sum with its parts.</summary>
    public Word Said => new("Score.said", Points, Contact, Interactions, Documents, Deals);

    /// <summary>The parts alone.</summary>
    public Word Parts => new("Score.parts", Contact, Interactions, Documents, Deals);

    public static async Task<CustomerScore> OfAsync(Act act, Customer customer, CancellationToken cancellationToken) =>
        (await AllAsync(act, act.Db.Customers.AsNoTracking().Where(c => c.Id == customer.Id), cancellationToken))[0].Score;

    /// <summary>Of each of these; in four questions, however many they are.</summary>
    public static async Task<IReadOnlyList<(Customer Customer, CustomerScore Score)>> AllAsync(Act act, IQueryable<Customer> customers, CancellationToken cancellationToken)
    {
        var since = act.Now.AddDays(-Window);
        var all = await customers.ToListAsync(cancellationToken);
        var ids = customers.Select(c => c.Id);
        var talks = await CountsAsync(act.Db.FollowUps.WithCustomer().VisibleTo(act.Viewer).Where(f => f.HappenedAt >= since).Select(f => f.CustomerId ?? f.Deal!.CustomerId), ids, cancellationToken);
        var documents = await CountsAsync(act.Db.Documents.VisibleTo(act.Viewer).Select(d => d.CustomerId ?? d.Deal!.CustomerId), ids, cancellationToken);
        var stages = (await act.Db.Deals.VisibleTo(act.Viewer).Where(d => d.Status == DealStatus.Open && d.CustomerId != null && ids.Contains(d.CustomerId.Value)).Select(d => new { d.CustomerId, d.Stage }).Distinct().ToListAsync(cancellationToken)).ToLookup(d => d.CustomerId!.Value, d => d.Stage);
        return [.. all.Select(c => (c, new CustomerScore(
            Warmth(act.Now - c.LastInteractionAt),
            Math.Min(30, 5 * talks.GetValueOrDefault(c.Id)),
            Math.Min(20, 10 * documents.GetValueOrDefault(c.Id)),
            stages[c.Id].Select(s => act.Process.Find(s)?.Probability ?? 0).DefaultIfEmpty(0).Max() / 5)))];
    }

    private static int Warmth(TimeSpan? since) => since switch
    {
        { TotalDays: <= 7 } => 30,
        { TotalDays: <= 30 } => 15,
        _ => 0,
    };

    private static async Task<Dictionary<long, int>> CountsAsync(IQueryable<long?> of, IQueryable<long> ids, CancellationToken cancellationToken) =>
        await of.Where(id => id != null && ids.Contains(id.Value)).GroupBy(id => id!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
}
