using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>“这周新增了几个商机”, "how many new deals this month": what was entered in a period, whatever became of it since.</summary>
internal sealed class ListNewDeals : Command
{
    public override CommandSpec Spec { get; } = new("new_deals", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var slot = act.Slots.Text("period") ?? "this_month";
        var (whose, bad) = Whose.Of(act);
        if (Period.Read(slot, act.Today) is not { } period || whose is null)
        {
            return Act.Say(bad ?? new Word("Bad.period", slot));
        }

        var (from, to) = (ActivityFacts.Start(act, period.From), ActivityFacts.Start(act, period.To.AddDays(1)));
        var deals = whose.Of(act.Db.Deals.AsNoTracking().VisibleTo(act.Viewer)).Where(d => d.CreatedAt >= from && d.CreatedAt < to);
        var totals = await DealTotals.OfAsync(deals, cancellationToken);
        var paging = Paging.Of(act, totals.Count);
        var shown = await paging.Of(deals.OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id)).ToListAsync(cancellationToken);
        var rows = shown.ConvertAll(d => new
        {
            Main = d.Name,
            Second = new Word("Format.Dot", d.CreatedAt, act.Org.Find(d.OwnerId)),
            Value = d.Amount is null ? null : new Money(d.Amount, d.Currency),
            Open = new Button("Button.open", "show_deal", new Slots { ["deal"] = d.Key }),
        });
        Word label = new("Format.Dot", whose.Label, PeriodName.Of(period, slot));
        return DayList.Show(paging, new Word("NewDeals.title", totals.Said), label, rows, "NewDeals.none") with { Focus = act.Listing([.. shown.Select(d => d.Key)]) with { Deal = shown is [var one] ? one.Key : act.Focus.Deal } };
    }
}
