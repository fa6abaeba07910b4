using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>Open deals that have not left their stage for long (AL-01's limit, or as many days as were asked), the longest first.</summary>
internal sealed class ListStalledDeals : Command
{
    public override CommandSpec Spec { get; } = new("stalled_deals", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var limit = await StallLimit.DaysAsync(act.Db, cancellationToken);
        var days = (int)Math.Clamp(act.Slots.Number("days") ?? limit, 1, 3650);
        var entered = act.Now.AddDays(-days);
        var deals = whose.Of(StalledDeals.Stalled(act.Db.Deals.Include(d => d.Customer).VisibleTo(act.Viewer), act.Now, limit)).Where(d => d.StageSince <= entered);
        if (days < limit)
        {
            deals = whose.Of(act.Db.Deals.Include(d => d.Customer).VisibleTo(act.Viewer)).Where(d => d.Status == Deals.DealStatus.Open && d.StageSince <= entered);
        }

        if (act.Slots.Text("stage") is { } stage)
        {
            deals = deals.Where(d => d.Stage == stage);
        }

        var total = await deals.CountAsync(cancellationToken);
        var paging = Paging.Of(act, total);
        var shown = await paging.Of(deals.OrderBy(d => d.StageSince).ThenBy(d => d.Id)).ToListAsync(cancellationToken);
        var rows = shown.Select(d => new
        {
            Main = d.Name,
            Second = new Word("Format.Dot", new Word("Stage." + d.Stage), new Word("Format.Dot", new Money(d.Amount, d.Currency), act.Org.Find(d.OwnerId))),
            Value = new Word("Format.days", (int)(act.Now - d.StageSince).TotalDays),
            Open = new Button("Button.open", "show_deal", new Slots { ["deal"] = d.Key }),
        }).ToList();
        return DayList.Show(paging, new Word("Stalled.title", total, days), whose, rows, "Stalled.none") with { Focus = act.Listing([.. shown.Select(d => d.Key)]) with { Deal = shown is [var one] ? one.Key : act.Focus.Deal } };
    }
}
