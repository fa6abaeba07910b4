using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;

namespace SalesBot.Customers.Relations;

/// <summary>A deal that was won.</summary>
internal sealed record Purchase(long CustomerId, string Name, string? Product, string? Industry, decimal Amount, string Currency, DateTimeOffset At)
{
    /// <summary>All of them by customer: whose they were is no matter, what is bought in an industry is known in the house.</summary>
    public static async Task<ILookup<long, Purchase>> AllAsync(SalesDb db, CancellationToken cancellationToken) =>
        (await db.Deals.Where(d => d.Status == DealStatus.Won && d.CustomerId != null && d.ClosedAt != null)
            .Select(d => new Purchase(d.CustomerId!.Value, d.Name, d.Product!.Name, d.Customer!.Industry, d.Amount ?? 0, d.Currency, d.ClosedAt!.Value)).ToListAsync(cancellationToken)).ToLookup(p => p.CustomerId);
}
