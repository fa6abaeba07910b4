using Microsoft.EntityFrameworkCore;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>How many deals there are and what they add up to, per currency: sums of different currencies are never mixed.</summary>
internal sealed record DealTotals(int Count, IReadOnlyList<Money> Sums)
{
    public static async Task<DealTotals> OfAsync(IQueryable<Deal> deals, CancellationToken cancellationToken)
    {
        var groups = await deals.GroupBy(d => d.Currency).Select(g => new { Currency = g.Key, Count = g.Count(), Sum = g.Sum(d => d.Amount) }).ToListAsync(cancellationToken);
        return new DealTotals(groups.Sum(g => g.Count), [.. groups.Where(g => g.Sum is not (null or 0)).OrderByDescending(g => g.Count).Select(g => new Money(g.Sum, g.Currency))]);
    }

    /// <summary>In one breath: <c>12 · ¥3,400,000, $88,000</c>.</summary>
    public Word Said => Sums.Count == 0 ? new Word("Deals.count", Count) : new Word("Deals.count_and_sum", Count, Sums);
}
