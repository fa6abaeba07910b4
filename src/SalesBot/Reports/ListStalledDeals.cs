using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>Open deals that have not left their stage for long (AL-01's limit, or as many days as were asked), the longest first.</summary>
internal sealed class ListStalledDeals : Command
{
    private const int MostAtOnce = 20;

    public override CommandSpec Spec { get; } = new("stalled_deals", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var rule = act.Process.UsualStallDays;
        var days = (int)Math.Clamp(act.Slots.Number("days") ?? rule, 1, 3650);
        var entered = act.Now.AddDays(-days);
        var deals = whose.Of(StalledDeals.Stalled(act.Db, act.Db.Deals.Include(d => d.Customer).VisibleTo(act.Viewer), act.Now, act.Process));
        if (act.Slots.Number("days") is not null)
        {
            deals = deals.Where(d => d.StageSince <= entered);
        }

        if (days < rule)
        {
            deals = whose.Of(act.Db.Deals.Include(d => d.Customer).VisibleTo(act.Viewer)).Where(d => d.Status == Deals.DealStatus.Open && d.StageSince <= entered);
        }

        if (long.TryParse(act.Slots.Text("finding"), NumberStyles.None, CultureInfo.InvariantCulture, out var finding))
        {
            // The button of an alert opens what that alert was about.
            var mine = act.Db.Findings.Where(f => f.PersonId == act.Me.Id && f.Rule == "stalled");
            var told = mine.Where(f => mine.Any(one => one.Id == finding && one.ToldAt == f.ToldAt)).Select(f => f.SubjectId);
            deals = deals.Where(d => told.Contains(d.Id));
        }

        if (act.Slots.Text("stage") is { } stage)
        {
            var stages = stage.Split('|');
            deals = deals.Where(d => stages.Contains(d.Stage));
        }

        var total = await deals.CountAsync(cancellationToken);
        var limit = act.Slots.Number("limit") is { } asked and >= 1 and <= MostAtOnce ? (int)asked : (int?)null;
        var paging = limit is { } most ? Paging.Of(act, Math.Min(most, total), most) : Paging.Of(act, total);
        var byAmount = act.Slots.Text("sort") == "amount_desc";
        var ordered = byAmount ? deals.OrderBy(d => d.Amount == null).ThenByDescending(d => d.Amount).ThenBy(d => d.Id) : deals.OrderBy(d => d.StageSince).ThenBy(d => d.Id);
        var shown = await paging.Of(ordered).ToListAsync(cancellationToken);
        var rows = shown.Select(d => new
        {
            Main = d.Name,
            Second = Second(act, d),
            Value = new Word("Format.days", (int)(act.Now - d.StageSince).TotalDays),
            Open = new Button("Button.open", "show_deal", new Slots { ["deal"] = d.Key }),
        }).ToList();
        object label = limit < total ? new Word("Format.Dot", whose.Label, new Word(byAmount ? "Stalled.biggest" : "Stalled.longest", limit.Value)) : whose.Label;
        return DayList.Show(paging, new Word("Stalled.title", total, days), label, rows, "Stalled.none") with { Focus = act.Listing([.. shown.Select(d => d.Key)]) with { Deal = shown is [var one] ? one.Key : act.Focus.Deal } };
    }

    /// <summary>Where it stands, what it is worth, and whose it is unless it is the reader's own.</summary>
    private static Word Second(Act act, Deals.Deal deal)
    {
        Word what = new("Format.Dot", StageName.Of(deal.Stage), new Money(deal.Amount, deal.Currency));
        return deal.OwnerId == act.Me.Id ? what : new Word("Format.Dot", what, act.Org.Find(deal.OwnerId));
    }
}
