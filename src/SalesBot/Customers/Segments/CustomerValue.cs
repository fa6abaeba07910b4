using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Customers.Rules;
using SalesBot.Data;
using SalesBot.Deals;

namespace SalesBot.Customers.Segments;

/// <summary>What a customer bought of late and since when it buys: deals that were won, and contracts that were signed without one (CU-02).</summary>
/// <param name="Sum">Of the months of the rule, in the house currency.</param>
/// <param name="First">The first purchase on record; null where there is none.</param>
internal sealed record CustomerValue(decimal Sum, DateTimeOffset? First)
{
    public static CustomerValue None { get; } = new(0, null);

    /// <summary>Of every customer that ever bought, by number; of one alone where it is given.</summary>
    public static async Task<IReadOnlyDictionary<long, CustomerValue>> AllAsync(SalesDb db, CustomerRule rule, DateTimeOffset now, CancellationToken cancellationToken, long? only = null)
    {
        var since = now.AddMonths(-rule.LayerMonths);
        var day = DateOnly.FromDateTime(since.Date);
        var won = await db.Deals.Where(d => d.Status == DealStatus.Won && d.CustomerId != null && d.ClosedAt != null && (only == null || d.CustomerId == only))
            .GroupBy(d => new { d.CustomerId, d.Currency }).Select(g => new { g.Key.CustomerId, g.Key.Currency, Sum = g.Sum(d => d.ClosedAt >= since ? d.Amount ?? 0 : 0), First = g.Min(d => d.ClosedAt) }).ToListAsync(cancellationToken);
        var signed = await db.Contracts.Where(c => c.Status == ContractStatus.Signed && c.CustomerId != null && c.SignedOn != null && (c.Deal == null || c.Deal.Status != DealStatus.Won) && (only == null || c.CustomerId == only))
            .GroupBy(c => new { c.CustomerId, c.Currency }).Select(g => new { g.Key.CustomerId, g.Key.Currency, Sum = g.Sum(c => c.SignedOn >= day ? c.Amount : 0), First = g.Min(c => c.SignedOn) }).ToListAsync(cancellationToken);
        return won.Select(w => (Id: w.CustomerId!.Value, Sum: rule.InHouse(w.Sum, w.Currency) ?? 0, w.First))
            .Concat(signed.Select(s => (Id: s.CustomerId!.Value, Sum: rule.InHouse(s.Sum, s.Currency) ?? 0, First: s.First is { } on ? (DateTimeOffset?)new DateTimeOffset(on, TimeOnly.MinValue, TimeSpan.Zero) : null)))
            .GroupBy(part => part.Id).ToDictionary(g => g.Key, g => new CustomerValue(g.Sum(part => part.Sum), g.Min(part => part.First)));
    }

    /// <summary><c>Large</c>, <c>Ordinary</c> or <c>Potential</c>.</summary>
    public string Layer(CustomerRule rule) => Sum >= rule.LargeFrom ? "Large" : Sum > 0 ? "Ordinary" : "Potential";

    /// <summary>How long it has been a customer: <c>none</c>, <c>new</c>, <c>middle</c> or <c>long</c>.</summary>
    public string Years(CustomerRule rule, DateTimeOffset now) => First switch
    {
        null => "none",
        { } first when first > now.AddYears(-rule.YearsNew) => "new",
        { } first when first > now.AddYears(-rule.YearsLong) => "middle",
        _ => "long",
    };
}
