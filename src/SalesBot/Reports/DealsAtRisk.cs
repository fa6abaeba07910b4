using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>
/// Open deals that something is wrong with, or soon will be (AL-05), each with its reasons: an alert that came or comes within a week, a close date that has passed, an amount
/// that swings. Those with the most reasons first, then by money. Nothing is guessed: each reason is a fact with its day.
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
        var risky = deals.Select(d => (Deal: d, Reasons: Reasons(scan, d, act.Today))).Where(r => r.Reasons.Count > 0).OrderByDescending(r => r.Reasons.Count).ThenByDescending(r => r.Deal.Amount ?? 0).ToList();
        var paging = Paging.Of(act, risky.Count);
        var shown = paging.Of(risky.AsQueryable()).ToList();
        var rows = shown.Select(r => new
        {
            Main = r.Deal.OwnerId == act.Me.Id ? new Word("Format.Plain", r.Deal.Name) : new Word("Format.Dot", r.Deal.Name, act.Org.Find(r.Deal.OwnerId)),
            Second = new Word("Format.Plain", r.Reasons),
            Value = new Money(r.Deal.Amount, r.Deal.Currency),
            Open = new Button("Button.open", "show_deal", new Slots { ["deal"] = r.Deal.Key }),
        }).ToList();
        return DayList.Show(paging, new Word("Risk.title", risky.Count), whose.Label, rows, "Risk.none") with { Focus = act.Listing([.. shown.Select(r => r.Deal.Key)]) };
    }

    private static List<Word> Reasons(Scan scan, Deal deal, DateOnly today)
    {
        var reasons = new List<Word>();
        if (NextAlert.Of(scan, deal) is { } alert && alert.At <= scan.Now.AddDays(Ahead))
        {
            reasons.Add(alert.Say(scan.Now));
        }

        if (deal.CloseDate < today)
        {
            reasons.Add(new Word("Risk.close", deal.CloseDate, new Word("Count.days_late", today.DayNumber - deal.CloseDate!.Value.DayNumber)));
        }

        if (deal.AmountInReview)
        {
            reasons.Add(new Word("Risk.amount", new Money(deal.ReviewedAmount, deal.Currency), new Money(deal.Amount, deal.Currency)));
        }

        return reasons;
    }
}
