using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Customers.Rules;
using SalesBot.Data;
using SalesBot.Deals;

namespace SalesBot.Customers.Pool;

/// <summary>
/// How long an owner still has a customer that nobody speaks with (CU-11, complaints 12 and 13): the days of its grade from the last follow-up, or from when the owner got it.
/// An open deal or a running contract protects it.
/// </summary>
internal static class RecycleClock
{
    /// <summary>From when the days count.</summary>
    public static DateTimeOffset Since(Customer customer)
    {
        var last = customer.LastInteractionAt ?? customer.CreatedAt;
        return customer.OwnedSince > last ? customer.OwnedSince.Value : last;
    }

    /// <summary>The moment at which they are over; null for one that is never recycled: of the pool, or of a grade without such days.</summary>
    public static DateTimeOffset? EndsAt(Customer customer, CustomerRule rule) =>
        customer.OwnerId is not null && rule.RecycleDays(customer.Grade) is > 0 and var days ? Since(customer).AddDays(days) : null;

    /// <summary>Whole days left, counted up; 0 or less when they are over.</summary>
    public static int? DaysLeft(Customer customer, CustomerRule rule, DateTimeOffset now) => EndsAt(customer, rule) is { } end ? (int)Math.Ceiling((end - now).TotalDays) : null;

    /// <summary>Those of these whose days are over, or will be within so many days, and that nothing protects; the first to go first.</summary>
    public static async Task<IReadOnlyList<Customer>> ComingAsync(SalesDb db, IQueryable<Customer> customers, CustomerRule rule, DateTimeOffset now, int within, CancellationToken cancellationToken)
    {
        var coming = new List<Customer>();
        var owned = Unprotected(db, customers.Where(c => c.OwnerId != null && c.MergedIntoId == null), now);
        foreach (var (grade, days) in new[] { "A", "B", "C", null }.Select(grade => (grade, rule.RecycleDays(grade))).Where(g => g.Item2 > 0))
        {
            var last = now.AddDays(within - days);
            var of = grade is null ? owned.Where(c => c.Grade == null || (c.Grade != "A" && c.Grade != "B" && c.Grade != "C")) : owned.Where(c => c.Grade == grade);
            coming.AddRange(await of.Where(c => (c.LastInteractionAt ?? c.CreatedAt) <= last && (c.OwnedSince == null || c.OwnedSince <= last)).ToListAsync(cancellationToken));
        }

        return [.. coming.OrderBy(c => EndsAt(c, rule)).ThenBy(c => c.Id)];
    }

    /// <summary>Without those that have an open deal, or a signed contract that is not paid or has something due.</summary>
    public static IQueryable<Customer> Unprotected(SalesDb db, IQueryable<Customer> customers, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return customers.Where(c => !db.Deals.Any(d => d.CustomerId == c.Id && d.Status == DealStatus.Open)
            && !db.Contracts.Any(k => (k.CustomerId == c.Id || k.Deal!.CustomerId == c.Id) && k.Status == ContractStatus.Signed && (k.Paid < k.Amount || k.Payments.Any(p => p.PaidOn == null && p.DueOn >= today))));
    }
}
