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
    public int Points => Contact + Interactions + Documents + Deals;

    /// <summary>The sum with its parts.</summary>
    public Word Said => new("Score.said", Points, Contact, Interactions, Documents, Deals);

    public static async Task<CustomerScore> OfAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var (id, since) = (customer.Id, act.Now.AddDays(-90));
        var interactions = await act.Db.FollowUps.WithCustomer().VisibleTo(act.Viewer).CountAsync(f => (f.CustomerId == id || f.Deal!.CustomerId == id) && f.HappenedAt >= since, cancellationToken);
        var documents = await act.Db.Documents.VisibleTo(act.Viewer).CountAsync(d => d.CustomerId == id || d.Deal!.CustomerId == id, cancellationToken);
        var stages = await act.Db.Deals.VisibleTo(act.Viewer).Where(d => d.CustomerId == id && d.Status == DealStatus.Open).Select(d => d.Stage).Distinct().ToListAsync(cancellationToken);
        var chance = stages.Select(s => act.Process.Find(s)?.Probability ?? 0).DefaultIfEmpty(0).Max();
        var contact = (act.Now - customer.LastInteractionAt) switch
        {
            { TotalDays: <= 7 } => 30,
            { TotalDays: <= 30 } => 15,
            _ => 0,
        };
        return new CustomerScore(contact, Math.Min(30, 5 * interactions), Math.Min(20, 10 * documents), chance / 5);
    }
}
