using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;

namespace SalesBot.Splits;

/// <summary>Deals that may be one: of one firm, by one owner or team, opened close to each other and alike, each under the limit and together over it.</summary>
internal sealed record SplitSet(IReadOnlyList<Deal> Deals, decimal Limit)
{
    public decimal Sum => Deals.Sum(d => d.Amount ?? 0);

    public string Currency => Deals[0].Currency;

    /// <summary>From the first to the last of them.</summary>
    public int DaysBetween => (int)(Deals[^1].CreatedAt - Deals[0].CreatedAt).TotalDays;

    /// <summary>In no order, as approvals remember them.</summary>
    public IReadOnlyList<string> Keys => [.. Deals.Select(d => d.Key).Order(StringComparer.Ordinal)];

    /// <summary>The set that a deal makes with others; null where it makes none.</summary>
    /// <param name="others">Candidates, with customer and contacts; the deal itself among them is left out.</param>
    public static SplitSet? Of(Deal deal, IEnumerable<Deal> others, OrgChart org, SplitRule rule)
    {
        if (!rule.Limits.TryGetValue(deal.Currency, out var limit) || !IsSmall(deal, limit))
        {
            return null;
        }

        var like = others.Where(o => o.Key != deal.Key && o.Currency == deal.Currency && IsSmall(o, limit) && (o.CreatedAt - deal.CreatedAt).Duration() <= TimeSpan.FromDays(rule.Days)
            && (o.OwnerId == deal.OwnerId || SameTeam(org, o, deal)) && Likeness.AreOneFirm(deal.Customer, o.Customer) && Likeness.Of(deal, o) >= rule.Similarity);
        var set = new SplitSet([.. like.Append(deal).OrderBy(d => d.CreatedAt).ThenBy(d => d.Key, StringComparer.Ordinal)], limit);
        return set.Deals.Count > 1 && set.Sum >= limit ? set : null;
    }

    /// <summary>Deals that might make a set with one of these owner's or team's, created from then on.</summary>
    public static Task<List<Deal>> CandidatesAsync(SalesDb db, IReadOnlyCollection<long> owners, DateTimeOffset since, CancellationToken cancellationToken) =>
        db.Deals.Include(d => d.Customer!.Contacts).Where(d => d.Status != DealStatus.Lost && d.CreatedAt >= since && d.Amount > 0 && owners.Contains(d.OwnerId)).ToListAsync(cancellationToken);

    /// <summary>The owner, and whoever is in their team.</summary>
    public static IReadOnlyCollection<long> Around(OrgChart org, long owner) =>
        org.Find(owner)?.TeamId is { } team ? [.. org.Everybody.Where(p => p.TeamId == team).Select(p => p.Id)] : [owner];

    private static bool IsSmall(Deal deal, decimal limit) => deal is { Status: not DealStatus.Lost, Amount: > 0 } && deal.Amount < limit;

    private static bool SameTeam(OrgChart org, Deal one, Deal other) => org.Find(one.OwnerId)?.TeamId is { } team && org.Find(other.OwnerId)?.TeamId == team;
}
