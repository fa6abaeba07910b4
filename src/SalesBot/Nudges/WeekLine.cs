using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>A week of one person, or of a team, in figures.</summary>
/// <param name="Of">The person or team.</param>
/// <param name="Stalled">Open deals that stand still now.</param>
/// <param name="Late">Overdue to-dos now.</param>
/// <param name="Sums">What was won, by currency.</param>
internal sealed record WeekLine(Person Person, object Of, int FollowUps, int Moves, int Stalled, int Late, IReadOnlyList<Money> Sums)
{
    /// <summary>There is nothing to say of it.</summary>
    public bool IsEmpty => FollowUps + Moves + Stalled + Late + Sums.Count == 0;

    /// <summary>Nothing was done in either week, and as much waits.</summary>
    public bool IsAs(WeekLine before) => FollowUps + Moves + Sums.Count + before.FollowUps + before.Moves + before.Sums.Count == 0 && Stalled == before.Stalled && Late == before.Late;

    public Word Done => new("Week.done", new Word("Count.followups", FollowUps), new Word("Count.moves", Moves));

    public object Open => Stalled + Late == 0 ? (object)"" : Waits(Stalled, Late);

    public static Word Waits(int stalled, int late) => new("Week.open", new Word("Week.stalled", stalled), new Word("Week.overdue", late));

    /// <summary>Empty where nothing was won.</summary>
    public object Won => Sums.Count == 0 ? (object)"" : new Word("Week.won", Sums);

    public NudgeRow Row(bool isTeam, Slots period)
    {
        period[isTeam ? "team" : "person"] = Of is Team team ? team.Key : Person.Key;
        return new NudgeRow(Of, Stalled + Late == 0 ? Done : new Word("Format.Dot", Done, Open), Won, new Button("Command.report_weekly", "report_weekly", period));
    }

    public static WeekLine Sum(IReadOnlyList<WeekLine> lines, Team team) => new(
        lines[0].Person, team, lines.Sum(l => l.FollowUps), lines.Sum(l => l.Moves), lines.Sum(l => l.Stalled), lines.Sum(l => l.Late),
        [.. lines.SelectMany(l => l.Sums).GroupBy(s => s.Currency, StringComparer.Ordinal).Select(g => new Money(g.Sum(s => s.Amount ?? 0), g.Key))]);

    public static async Task<IReadOnlyList<WeekLine>> OfAsync(Scan scan, IReadOnlyList<Person> people, (DateTimeOffset From, DateTimeOffset To) week, CancellationToken cancellationToken)
    {
        var ids = people.Select(p => p.Id).ToList();
        var followUps = await CountsAsync(scan.Db.FollowUps.Where(f => ids.Contains(f.AuthorId) && f.HappenedAt >= week.From && f.HappenedAt < week.To).GroupBy(f => f.AuthorId).Select(g => new Tally(g.Key, g.Count())), cancellationToken);
        var moves = await CountsAsync(scan.Db.StageChanges.Where(c => c.From != null && c.At >= week.From && c.At < week.To && ids.Contains(c.Deal.OwnerId)).GroupBy(c => c.Deal.OwnerId).Select(g => new Tally(g.Key, g.Count())), cancellationToken);
        var stalled = await CountsAsync(StalledDeals.Stalled(scan.Db, scan.Db.Deals, scan.Now, scan.Process).Where(d => ids.Contains(d.OwnerId)).GroupBy(d => d.OwnerId).Select(g => new Tally(g.Key, g.Count())), cancellationToken);
        var late = await CountsAsync(scan.Db.Todos.Where(t => ids.Contains(t.OwnerId) && t.DoneAt == null && t.DueOn < scan.Today).GroupBy(t => t.OwnerId).Select(g => new Tally(g.Key, g.Count())), cancellationToken);
        var won = await scan.Db.Deals.Where(d => d.Status == DealStatus.Won && d.ClosedAt >= week.From && d.ClosedAt < week.To && ids.Contains(d.OwnerId)).GroupBy(d => new { d.OwnerId, d.Currency })
            .Select(g => new { g.Key.OwnerId, g.Key.Currency, Sum = g.Sum(d => d.Amount) ?? 0 }).ToListAsync(cancellationToken);
        return [.. people.Select(p => new WeekLine(
            p, p, followUps.GetValueOrDefault(p.Id), moves.GetValueOrDefault(p.Id), stalled.GetValueOrDefault(p.Id), late.GetValueOrDefault(p.Id),
            [.. won.Where(w => w.OwnerId == p.Id).Select(w => new Money(w.Sum, w.Currency))]))];
    }

    private static Task<Dictionary<long, int>> CountsAsync(IQueryable<Tally> counted, CancellationToken cancellationToken) => counted.ToDictionaryAsync(t => t.Person, t => t.Count, cancellationToken);

    private sealed record Tally(long Person, int Count);
}
