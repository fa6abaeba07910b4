using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>“谁的单子最多”, "pipeline by rep": the open deals of each person whose work one sees, whoever has most of them first.</summary>
internal sealed class DealsByPerson : Command
{
    public override CommandSpec Spec { get; } = new("deals_by_person", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var sums = await whose.Of(act.Db.Deals.VisibleTo(act.Viewer)).Where(d => d.Status == DealStatus.Open)
            .GroupBy(d => new { d.OwnerId, d.Currency }).Select(g => new { g.Key.OwnerId, g.Key.Currency, Count = g.Count(), Sum = g.Sum(d => d.Amount) ?? 0 }).ToListAsync(cancellationToken);
        var people = sums.GroupBy(s => s.OwnerId).Select(g => (Owner: g.Key, Count: g.Sum(s => s.Count), Sums: g.Where(s => s.Sum > 0).OrderByDescending(s => s.Count).Select(s => new Money(s.Sum, s.Currency)).ToList()))
            .OrderByDescending(p => p.Count).ThenBy(p => p.Owner).ToList();
        var paging = Paging.Of(act, people.Count);
        var rows = people.Skip(paging.Skip).Take(paging.Size).Select(p => new
        {
            Main = act.Org.Find(p.Owner),
            Second = new DealTotals(p.Count, p.Sums).Said,
            Open = new Button("Button.open", "query_deals", new Slots { ["person"] = act.Org.Find(p.Owner)?.Key ?? "" }),
        }).ToList();
        return DayList.Show(paging, new Word("ByPerson.title", sums.Sum(s => s.Count)), whose.Label, rows, "ByPerson.none") with { Focus = act.Focus.Settled() };
    }
}
