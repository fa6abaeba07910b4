using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>
/// Who won how much in a period, a ranking for each currency, as sums of different currencies do not compare. A rep sees the ranks of the own
/// team; amounts are shown only to those who may see the deals.
/// </summary>
internal sealed class Leaderboard : Command
{
    private const int Most = 10;

    public override CommandSpec Spec { get; } = new("leaderboard", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var slot = act.Slots.Text("period") ?? "this_month";
        if (Period.Read(slot, act.Today) is not { } period)
        {
            return Act.Say(new Word("Bad.period", slot));
        }

        var (from, to) = (ActivityFacts.Start(act, period.From), ActivityFacts.Start(act, period.To.AddDays(1)));
        var people = Among(act);
        var won = act.Db.Deals.Where(d => d.Status == DealStatus.Won && d.ClosedAt >= from && d.ClosedAt < to);
        var sums = await (people is null ? won : won.Where(d => people.Contains(d.OwnerId)))
            .GroupBy(d => new { d.OwnerId, d.Currency }).Select(g => new Sum(g.Key.OwnerId, g.Key.Currency, g.Count(), g.Sum(d => d.Amount) ?? 0)).ToListAsync(cancellationToken);
        Word title = new("Board.title", PeriodName.Of(period, slot));
        var rows = sums.GroupBy(s => s.Currency, StringComparer.Ordinal).OrderByDescending(g => g.Sum(s => s.Count)).SelectMany(g => Rows(act, g)).ToList();
        return new Reply(new View("list", new { Title = title, Subtitle = rows.Count == 0 ? null : new Word("Board.rule"), Rows = rows, Empty = new Word("Board.none") }, title));
    }

    /// <summary>A named team, or everybody whose work one sees, and for a rep the own team; null is everybody.</summary>
    private static HashSet<long>? Among(Act act)
    {
        var team = act.Frame.Ref("team") ?? (act.Viewer.Owners is { Count: 1 } ? act.Me.Team?.Key : null);
        return team is not null ? act.Org.Everybody.Where(p => p.Team?.Key == team).Select(p => p.Id).ToHashSet() : act.Viewer.Owners?.ToHashSet();
    }

    private static IEnumerable<object> Rows(Act act, IEnumerable<Sum> sums) =>
        sums.OrderByDescending(s => s.Amount).ThenBy(s => s.OwnerId).Take(Most).Select((s, i) => new
        {
            Main = new Word("Board.row", i + 1, act.Org.Find(s.OwnerId)),
            Second = new Word("Board.count", s.Count),
            Value = act.Viewer.Sees(s.OwnerId) ? new Money(s.Amount, s.Currency) : null,
        });

    private sealed record Sum(long OwnerId, string Currency, int Count, decimal Amount);
}
