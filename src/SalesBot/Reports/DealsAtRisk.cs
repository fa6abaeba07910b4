using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>
/// Open deals that something is wrong with (AL-05), each with its reasons: an alert that came, a close date that has passed, an amount that swings; those of whom an alert comes within a
/// week are counted, and listed by a button. Those with the most reasons first, then by money. Nothing is guessed: each reason is a fact with its day.
/// </summary>
internal sealed class DealsAtRisk : Command
{
    /// <summary>Days ahead that an alert counts as a reason.</summary>
    private const int Ahead = 7;

    /// <summary>More candidates than this are not looked at; the largest come first.</summary>
    private const int MostLooked = 500;

    public override CommandSpec Spec { get; } = new("deals_at_risk", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var scan = new Scan(act.Db, act.Org, act.Now, act.Definitions);
        var deals = await whose.Of(act.Db.Deals.AsNoTracking().Include(d => d.Customer).VisibleTo(act.Viewer)).Where(d => d.Status == DealStatus.Open).OrderByDescending(d => d.Amount ?? 0).ThenBy(d => d.Id).Take(MostLooked).ToListAsync(cancellationToken);
        var looked = deals.Select(d => Look(scan, d, act.Today)).Where(r => r.Reasons.Count > 0).ToList();
        var soon = act.Slots.Flag("soon") == true;
        var later = looked.Count(r => !r.IsNow);
        var risky = looked.Where(r => r.IsNow != soon).OrderByDescending(r => r.Reasons.Count).ThenByDescending(r => r.Deal.Amount ?? 0).ToList();
        var paging = Paging.Of(act, risky.Count);
        var shown = paging.Of(risky.AsQueryable()).ToList();
        var rows = shown.Select(r => new
        {
            Main = r.Deal.OwnerId == act.Me.Id ? new Word("Format.Plain", r.Deal.Name) : new Word("Format.Dot", r.Deal.Name, act.Org.Find(r.Deal.OwnerId)),
            Second = new Word("Format.Plain", r.Reasons),
            Value = new Money(r.Deal.Amount, r.Deal.Currency),
            Open = new Button("Button.open", "show_deal", new Slots { ["deal"] = r.Deal.Key }),
        }).ToList();
        Button[] buttons = soon || later == 0 ? [] : [new Button(new Word("Button.risk_soon", later), "deals_at_risk", new Slots(Orders.ToData(act.Frame)) { ["soon"] = "true", ["page"] = "1" })];
        Word title = soon ? new("Risk.soon", risky.Count) : later == 0 ? new("Risk.title", risky.Count) : new("Risk.title_and", risky.Count, later);
        return DayList.Show(paging, title, whose.Label, rows, later == 0 ? "Risk.none" : "Risk.none_now", buttons) with { Focus = act.Listing([.. shown.Select(r => r.Deal.Key)]) };
    }

    /// <summary>What is wrong with it now, and what will be within a week.</summary>
    private static (Deal Deal, List<Word> Reasons, bool IsNow) Look(Scan scan, Deal deal, DateOnly today)
    {
        var alerts = NextAlert.Of(scan, deal);
        var reasons = alerts.Where(a => a.At <= scan.Now).Take(1).Select(a => a.Say(scan.Now)).ToList();
        if (deal.CloseDate < today)
        {
            reasons.Add(new Word("Risk.close", deal.CloseDate, new Word("Count.days_late", today.DayNumber - deal.CloseDate!.Value.DayNumber)));
        }

        if (deal.AmountInReview)
        {
            reasons.Add(new Word("Risk.amount", new Money(deal.ReviewedAmount, deal.Currency), new Money(deal.Amount, deal.Currency)));
        }

        var isNow = reasons.Count > 0;
        var coming = alerts.Where(a => a.At > scan.Now && a.At <= scan.Now.AddDays(Ahead)).Take(1).Select(a => a.Say(scan.Now));
        return (deal, [.. reasons, .. coming], isNow);
    }
}
