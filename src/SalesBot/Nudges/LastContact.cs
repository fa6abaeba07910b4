using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.FollowUps;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>The clock of customers whom somebody owns: it runs from the last interaction in either direction, or from when they were entered.</summary>
internal static class LastContact
{
    private const string Home = "Asia/Shanghai";

    public static DateTimeOffset Of(Customer customer) => customer.LastInteractionAt ?? customer.CreatedAt;

    /// <summary>Days since then, by the calendar of whoever reads it: what was yesterday is one day ago at any hour.</summary>
    public static int Days(Customer customer, DateTimeOffset now, string zone) =>
        DateOnly.FromDateTime(Zones.Local(now, zone)).DayNumber - DateOnly.FromDateTime(Zones.Local(Of(customer), zone)).DayNumber;

    /// <summary>Of these the owned ones on whom the days of their grade have passed: from the midnight with which the last of them begins where their owner is.</summary>
    public static IQueryable<Customer> Past(IQueryable<Customer> customers, RuleTerms terms, DateTimeOffset now, OrgChart org)
    {
        List<string> zones = [.. org.Everybody.Select(p => p.TimeZone).Distinct(StringComparer.Ordinal)];
        var least = terms.Grades.Values.Append(terms.Days ?? 0).Where(days => days > 0).DefaultIfEmpty(0).Min();
        var soonest = zones.Select(zone => Latest(least, now, zone)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        var past = customers.Where(c => c.OwnerId != null && (c.LastInteractionAt ?? c.CreatedAt) < soonest);
        return zones.Count < 2 ? Within(past, terms, now, zones.FirstOrDefault(Home), null) : zones.Aggregate(past, (some, zone) => Within(some, terms, now, zone, zone));
    }

    /// <summary>Without those whose days have not passed by the calendar of a zone.</summary>
    /// <param name="only">Those of owners of this zone only; null: all.</param>
    private static IQueryable<Customer> Within(IQueryable<Customer> customers, RuleTerms terms, DateTimeOffset now, string zone, string? only)
    {
        foreach (var (grade, days) in terms.Grades)
        {
            var (last, named) = (Latest(days, now, zone), grade == RuleTerms.Ungraded ? null : grade);
            customers = only is null
                ? customers.Where(c => c.Grade != named || (c.LastInteractionAt ?? c.CreatedAt) < last)
                : customers.Where(c => c.Grade != named || c.Owner!.TimeZone != only || (c.LastInteractionAt ?? c.CreatedAt) < last);
        }

        var (others, graded) = (Latest(terms.Days ?? 0, now, zone), terms.Grades.Keys.Where(g => g != RuleTerms.Ungraded).ToList());
        var ungraded = terms.Grades.ContainsKey(RuleTerms.Ungraded);
        return only is null
            ? customers.Where(c => (c.Grade == null ? ungraded : graded.Contains(c.Grade)) || (c.LastInteractionAt ?? c.CreatedAt) < others)
            : customers.Where(c => (c.Grade == null ? ungraded : graded.Contains(c.Grade)) || c.Owner!.TimeZone != only || (c.LastInteractionAt ?? c.CreatedAt) < others);
    }

    /// <summary>Days; of one that has no limit those of none that is ever reached.</summary>
    public static int Limit(Customer customer, RuleTerms terms) => terms.DaysFor(customer.Grade) ?? StallLimit.Never;

    /// <summary>The moment from which it is so.</summary>
    public static DateTimeOffset Since(Customer customer, RuleTerms terms, OrgChart org) => Reached(SpellOf(customer, org), terms) ?? DateTimeOffset.MaxValue;

    /// <summary>The time without contact that lasts.</summary>
    public static Spell SpellOf(Customer customer, OrgChart org) => new(customer.Id, Of(customer), null, customer.Grade) { Zone = org.Find(customer.OwnerId)?.TimeZone ?? Home };

    /// <summary>The same of a time without contact, in days of the calendar, so that it is told on the morning of the last day; null where the grade has no limit.</summary>
    public static DateTimeOffset? Reached(Spell spell, RuleTerms terms) =>
        terms.DaysFor(spell.Of) is { } days ? Zones.Instant(DateOnly.FromDateTime(Zones.Local(spell.From, spell.Zone)).AddDays(days), TimeOnly.MinValue, spell.Zone) : null;

    /// <summary>The times without contact of customers whom somebody owns, that lasted into the time from then on; by the grade that they have now.</summary>
    public static async Task<IReadOnlyList<Spell>> SpellsAsync(SalesDb db, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var customers = await db.Customers.Where(c => c.OwnerId != null).Select(c => new { c.Id, c.Grade, c.CreatedAt, c.LastInteractionAt, Zone = c.Owner!.TimeZone }).ToListAsync(cancellationToken);
        var earliest = from.AddDays(-NudgeFile.MostDays);
        var all = db.FollowUps.WithCustomer().Where(f => f.CustomerId != null || f.DealId != null).Select(f => new { Customer = f.CustomerId ?? f.Deal!.CustomerId, f.HappenedAt }).Where(t => t.Customer != null);
        // Of what was before then only the last tells of a time that lasted.
        var before = await all.Where(t => t.HappenedAt >= earliest && t.HappenedAt < from).GroupBy(t => t.Customer).Select(g => new { Customer = g.Key, HappenedAt = g.Max(t => t.HappenedAt) }).ToListAsync(cancellationToken);
        var talks = before.Concat(await all.Where(t => t.HappenedAt >= from).ToListAsync(cancellationToken)).ToLookup(t => t.Customer!.Value, t => t.HappenedAt);
        return [.. customers.SelectMany(c =>
        {
            DateTimeOffset[] met = [.. talks[c.Id].Append(c.CreatedAt).Concat(c.LastInteractionAt is { } last ? [last] : []).Distinct().Order()];
            return met.Select((at, i) => new Spell(c.Id, at, i + 1 < met.Length ? met[i + 1] : null, c.Grade) { Zone = c.Zone });
        }).Where(s => s.Until is null || s.Until >= from)];
    }

    public static Evaluation Facts(Customer customer, RuleTerms terms) => new(Of(customer), Limit(customer, terms)) { Of = customer.Grade };

    /// <summary>Whoever was last met before then is past; with 0 days nobody is.</summary>
    private static DateTimeOffset Latest(int days, DateTimeOffset now, string zone) =>
        days > 0 ? Zones.Instant(DateOnly.FromDateTime(Zones.Local(now, zone)).AddDays(1 - days), TimeOnly.MinValue, zone) : DateTimeOffset.UnixEpoch;
}
