using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Customers.Rules;
using SalesBot.Data;
using SalesBot.Nudges;
using SalesBot.People;

namespace SalesBot.Customers.Pool;

/// <summary>
/// Puts customers back into the pool whose days are over (CU-11), each in a transaction of its own. Nobody loses one unwarned: it was told of by the rule <see cref="Warning"/> at least as
/// many days before as the customer rule says, since the last follow-up; so neither an import of old customers nor a shorter limit empties anybody's book overnight; and nobody loses one while they are on leave.
/// </summary>
internal sealed class CustomerClock(Func<SalesDb> open, OrgCache org, Ledger ledger, NameFeed names)
{
    /// <summary>The nudge rule that warns.</summary>
    public const string Warning = "recycle";

    /// <summary>Returns how many went.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var chart = await org.GetAsync(db, now, cancellationToken);
        var rule = await CustomerRule.LoadAsync(db, cancellationToken);
        var (over, spared) = await OverAsync(db, chart, rule, now, cancellationToken);
        var done = 0;
        foreach (var customer in over.Except(spared))
        {
            done += await RecycleAsync(db, chart, customer.Id, rule, now, cancellationToken) ? 1 : 0;
        }

        return done;
    }

    /// <summary>Those that stay although their days are over, only as their owner was on leave and is back; with the day on which they go.</summary>
    public static async Task<IReadOnlyList<(Customer Customer, Person Owner, DateOnly Goes)>> SparedAsync(SalesDb db, OrgChart chart, CustomerRule rule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (_, spared) = await OverAsync(db, chart, rule, now, cancellationToken);
        if (spared.Count == 0)
        {
            return [];
        }

        var presence = await Presence.AtAsync(db, chart.Everybody, now, cancellationToken);
        return [.. spared.Select(c => (Customer: c, Owner: chart.Find(c.OwnerId)!)).Where(c => !presence.IsAway(c.Owner))
            .Select(c => (c.Customer, c.Owner, WorkCalendar.China.NextWorkday(Presence.Day(c.Owner, now).AddDays(-1)).AddDays(1)))];
    }

    private static async Task<(IReadOnlyList<Customer> Over, IReadOnlyList<Customer> Spared)> OverAsync(SalesDb db, OrgChart chart, CustomerRule rule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = await RecycleClock.ComingAsync(db, Warned(db, rule, now), rule, now, 0, cancellationToken);
        var leave = over.Count == 0 ? null : await DaysAway.SinceAsync(db, now.AddDays(-14), cancellationToken);
        return (over, [.. over.Where(c => chart.Find(c.OwnerId) is { } owner && IsJustAway(owner, leave!, now))]);
    }

    /// <summary>Those of whom their owner, where they are told, was told long enough ago, since the days began to count (<see cref="RecycleClock.Since"/>).</summary>
    private static IQueryable<Customer> Warned(SalesDb db, CustomerRule rule, DateTimeOffset now)
    {
        var before = now.AddDays(-rule.WarnDays);
        return db.Customers.AsNoTracking().Where(c => db.Findings.Any(f => f.Rule == Warning && f.SubjectId == c.Id && f.ToldAt <= before && f.ToldAt >= (c.LastInteractionAt ?? c.CreatedAt) && (c.OwnedSince == null || f.ToldAt >= c.OwnedSince)
            && (f.PersonId == c.OwnerId || !db.Findings.Any(o => o.Rule == Warning && o.SubjectId == c.Id && o.PersonId == c.OwnerId && o.State != FindingState.Cleared))));
    }

    /// <summary>On leave, or back today: they could not do anything about it.</summary>
    private static bool IsJustAway(Person owner, DaysAway leave, DateTimeOffset now) =>
        leave.IsAway(owner, now) || leave.Overlaps(owner, Zones.Instant(WorkCalendar.China.AddWorkdays(Presence.Day(owner, now), -1), new TimeOnly(12, 0), owner.TimeZone), now);

    private async Task<bool> RecycleAsync(SalesDb db, OrgChart chart, long id, CustomerRule rule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var customer = await RecycleClock.Unprotected(db, db.Customers.Where(c => c.Id == id), now).FirstOrDefaultAsync(cancellationToken);
        if (customer is null || RecycleClock.EndsAt(customer, rule) is not { } end || end > now || chart.Find(customer.OwnerId) is null)
        {
            return false;
        }

        await Hands.LetGoAsync(db, customer, OwnerChangeKind.Recycled, null, now, null, cancellationToken);
        await ledger.RecordAsync(db, chart, "recycle_customer", [], [], now, cancellationToken);
        var changes = ChangeLog.Capture(db);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Followed up or handed over a moment before: the next round looks at it anew.
            return false;
        }

        await names.ApplyAsync(changes, cancellationToken);
        return true;
    }
}
