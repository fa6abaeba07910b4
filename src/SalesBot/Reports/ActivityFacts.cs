using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.People;
using SalesBot.Tasks;

namespace SalesBot.Reports;

/// <summary>What some people did in a period, as the database has it; nothing is estimated.</summary>
internal sealed record ActivityFacts(IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<StageChange> Moves, IReadOnlyList<Deal> Created, IReadOnlyList<Deal> Won, IReadOnlyList<Deal> Lost, int TodosDone, IReadOnlyList<Todo> Overdue, IReadOnlyList<Todo> Next)
{
    /// <summary>More than anybody reads; a period with more is shortened, and its counts with it.</summary>
    private const int Most = 2000;

    public static async Task<ActivityFacts> ReadAsync(Act act, Whose whose, Period period, Period next, CancellationToken cancellationToken)
    {
        var (from, to) = (Start(act, period.From), Start(act, period.To.AddDays(1)));
        var deals = whose.Of(act.Db.Deals.AsNoTracking().Include(d => d.Customer).VisibleTo(act.Viewer));
        var followUps = act.Db.FollowUps.AsNoTracking().WithCustomer().Include(f => f.Customer).Include(f => f.Deal).VisibleTo(act.Viewer).Where(f => f.HappenedAt >= from && f.HappenedAt < to);
        var todos = act.Db.Todos.AsNoTracking().VisibleTo(act.Viewer);
        var moves = act.Db.StageChanges.AsNoTracking().Include(c => c.Deal).Where(c => c.At >= from && c.At < to && c.From != null && deals.Any(d => d.Id == c.DealId));
        if (whose.Owners is { } people)
        {
            (followUps, todos) = (followUps.Where(f => people.Contains(f.AuthorId)), todos.Where(t => people.Contains(t.OwnerId)));
        }

        return new ActivityFacts(
            await followUps.OrderByDescending(f => f.HappenedAt).Take(Most).ToListAsync(cancellationToken),
            await moves.OrderByDescending(c => c.At).Take(Most).ToListAsync(cancellationToken),
            await deals.Where(d => d.CreatedAt >= from && d.CreatedAt < to).OrderByDescending(d => d.CreatedAt).Take(Most).ToListAsync(cancellationToken),
            await Closed(deals, DealStatus.Won, from, to).ToListAsync(cancellationToken),
            await Closed(deals, DealStatus.Lost, from, to).ToListAsync(cancellationToken),
            await todos.CountAsync(t => t.DoneAt >= from && t.DoneAt < to, cancellationToken),
            await InOrder(todos.Where(t => t.DoneAt == null && t.DueOn < act.Today)).ToListAsync(cancellationToken),
            await InOrder(todos.Where(t => t.DoneAt == null && t.DueOn >= act.Today && t.DueOn <= next.To)).ToListAsync(cancellationToken));
    }

    private static IQueryable<Todo> InOrder(IQueryable<Todo> todos) => todos.OrderBy(t => t.DueOn).ThenBy(t => t.DueAt).ThenBy(t => t.Id).Take(Most);

    /// <summary>The instant at which a day begins where the reader is.</summary>
    public static DateTimeOffset Start(Act act, DateOnly day) => Zones.Instant(day, TimeOnly.MinValue, act.Me.TimeZone);

    private static IQueryable<Deal> Closed(IQueryable<Deal> deals, DealStatus status, DateTimeOffset from, DateTimeOffset to) =>
        deals.Where(d => d.Status == status && d.ClosedAt >= from && d.ClosedAt < to).OrderByDescending(d => d.Amount).Take(Most);
}
