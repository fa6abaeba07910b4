using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.People;
using SalesBot.Tasks;

namespace SalesBot.Customers;

/// <summary>What is on record of one customer, as far as the reader may see it: the facts of a pre-call card (FU-03).</summary>
/// <param name="Promises">Open next steps and to-dos of the customer and its deals, soonest first, those without a day last.</param>
/// <param name="Contracts">With their payment plans.</param>
/// <param name="LastTalks">When each contact was last spoken with, by the contact's number.</param>
internal sealed record Briefing(IReadOnlyList<Deal> Deals, IReadOnlyList<Todo> Promises, IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<Contract> Contracts, IReadOnlyDictionary<long, DateTimeOffset> LastTalks)
{
    private const int MostDeals = 4;
    private const int MostPromises = 5;
    private const int MostContracts = 4;
    private const int MostFollowUps = 3;

    public static async Task<Briefing> ReadAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var (db, id) = (act.Db, customer.Id);
        var followUps = db.FollowUps.AsNoTracking().WithCustomer().VisibleTo(act.Viewer).Where(f => f.CustomerId == id || f.Deal!.CustomerId == id);
        return new Briefing(
            await db.Deals.AsNoTracking().VisibleTo(act.Viewer).Where(d => d.CustomerId == id && d.Status == DealStatus.Open).OrderByDescending(d => d.Amount).ThenBy(d => d.Id).Take(MostDeals).ToListAsync(cancellationToken),
            await db.Todos.AsNoTracking().VisibleTo(act.Viewer).Where(t => t.DoneAt == null && t.Kind != TodoKind.Invoice && t.Kind != TodoKind.Complete && (t.CustomerId == id || t.Deal!.CustomerId == id))
                .OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenBy(t => t.Id).Take(MostPromises).ToListAsync(cancellationToken),
            await followUps.Include(f => f.Author).OrderByDescending(f => f.HappenedAt).ThenByDescending(f => f.Id).Take(MostFollowUps).ToListAsync(cancellationToken),
            await db.Contracts.AsNoTracking().Include(c => c.Payments).VisibleTo(act.Viewer).Where(c => c.CustomerId == id || c.Deal!.CustomerId == id).OrderByDescending(c => c.Id).Take(MostContracts).ToListAsync(cancellationToken),
            await followUps.Where(f => f.ContactId != null).GroupBy(f => f.ContactId!.Value).Select(g => new { g.Key, At = g.Max(f => f.HappenedAt) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellationToken));
    }
}
