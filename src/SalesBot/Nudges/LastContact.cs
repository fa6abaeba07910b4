using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.FollowUps;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>The clock of customers whom somebody owns: it runs from the last interaction in either direction, or from when they were entered.</summary>
internal static class LastContact
{
    public static DateTimeOffset Of(Customer customer) => customer.LastInteractionAt ?? customer.CreatedAt;

    /// <summary>Days since then, by the calendar of whoever reads it: what was yesterday is one day ago at any hour.</summary>
    public static int Days(Customer customer, DateTimeOffset now, string zone) =>
        DateOnly.FromDateTime(Zones.Local(now, zone)).DayNumber - DateOnly.FromDateTime(Zones.Local(Of(customer), zone)).DayNumber;

    /// <summary>Of these the owned ones on whom the days of their grade have passed.</summary>
    public static IQueryable<Customer> Past(IQueryable<Customer> customers, RuleTerms terms, DateTimeOffset now)
    {
        var soonest = Latest(terms.Grades.Values.Append(terms.Days ?? 0).Where(days => days > 0).DefaultIfEmpty(0).Min(), now);
        customers = customers.Where(c => c.OwnerId != null && (c.LastInteractionAt ?? c.CreatedAt) <= soonest);
        foreach (var (grade, days) in terms.Grades)
        {
            var (last, named) = (Latest(days, now), grade == RuleTerms.Ungraded ? null : grade);
            customers = customers.Where(c => c.Grade != named || (c.LastInteractionAt ?? c.CreatedAt) <= last);
        }

        var (others, graded) = (Latest(terms.Days ?? 0, now), terms.Grades.Keys.Where(g => g != RuleTerms.Ungraded).ToList());
        var ungraded = terms.Grades.ContainsKey(RuleTerms.Ungraded);
        return customers.Where(c => (c.Grade == null ? ungraded : graded.Contains(c.Grade)) || (c.LastInteractionAt ?? c.CreatedAt) <= others);
    }

    /// <summary>Days; of one that has no limit those of none that is ever reached.</summary>
    public static int Limit(Customer customer, RuleTerms terms) => terms.DaysFor(customer.Grade) ?? StallLimit.Never;

    /// <summary>The moment from which it is so.</summary>
    public static DateTimeOffset Since(Customer customer, RuleTerms terms) => Reached(new Spell(customer.Id, Of(customer), null, customer.Grade), terms) ?? DateTimeOffset.MaxValue;

    /// <summary>The same of a time without contact; null where the grade has no limit.</summary>
    public static DateTimeOffset? Reached(Spell spell, RuleTerms terms) => terms.DaysFor(spell.Of) is { } days ? spell.From.AddDays(days) : null;

    /// <summary>The times without contact of customers whom somebody owns, that lasted into the time from then on; by the grade that they have now.</summary>
    public static async Task<IReadOnlyList<Spell>> SpellsAsync(SalesDb db, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var customers = await db.Customers.Where(c => c.OwnerId != null).Select(c => new { c.Id, c.Grade, c.CreatedAt, c.LastInteractionAt }).ToListAsync(cancellationToken);
        var earliest = from.AddDays(-NudgeFile.MostDays);
        var all = db.FollowUps.WithCustomer().Where(f => f.CustomerId != null || f.DealId != null).Select(f => new { Customer = f.CustomerId ?? f.Deal!.CustomerId, f.HappenedAt }).Where(t => t.Customer != null);
        // Of what was before then only the last tells of a time that lasted.
        var before = await all.Where(t => t.HappenedAt >= earliest && t.HappenedAt < from).GroupBy(t => t.Customer).Select(g => new { Customer = g.Key, HappenedAt = g.Max(t => t.HappenedAt) }).ToListAsync(cancellationToken);
        var talks = before.Concat(await all.Where(t => t.HappenedAt >= from).ToListAsync(cancellationToken)).ToLookup(t => t.Customer!.Value, t => t.HappenedAt);
        return [.. customers.SelectMany(c =>
        {
            DateTimeOffset[] met = [.. talks[c.Id].Append(c.CreatedAt).Concat(c.LastInteractionAt is { } last ? [last] : []).Distinct().Order()];
            return met.Select((at, i) => new Spell(c.Id, at, i + 1 < met.Length ? met[i + 1] : null, c.Grade));
        }).Where(s => s.Until is null || s.Until >= from)];
    }

    public static Evaluation Facts(Customer customer, RuleTerms terms) => new(Of(customer), Limit(customer, terms)) { Of = customer.Grade };

    /// <summary>Whoever was last met by then is past; with 0 days nobody is.</summary>
    private static DateTimeOffset Latest(int days, DateTimeOffset now) => days > 0 ? now.AddDays(-days) : DateTimeOffset.UnixEpoch;
}
