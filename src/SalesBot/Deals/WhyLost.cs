using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>“那单为什么丢的”, "why did we lose Pinecrest last year": the reason that was noted, of that deal or of each that the customer was lost in; of one that is not lost, that it is not.</summary>
internal sealed class WhyLost : Command
{
    public override CommandSpec Spec { get; } = new("why_lost", Permission.ReadSales) { MayAsk = ["deal"], MayName = ["customer"], Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var deal = act.Frame.Ref("deal") is null ? null : await act.DealAsync(cancellationToken);
        var customer = deal?.Customer?.Key ?? act.Frame.Ref("customer");
        if (deal is null && customer is null)
        {
            return act.Slots.Text("customer") is { } unknown ? Question.NotFound(act, "customer", unknown) : Question.For(act, "deal");
        }

        var all = act.Db.Deals.Include(d => d.Customer).VisibleTo(act.Viewer).Where(d => d.Status == DealStatus.Lost);
        var lost = await (deal is { Status: DealStatus.Lost } ? all.Where(d => d.Id == deal.Id) : all.Where(d => d.Customer!.Key == customer)).OrderByDescending(d => d.ClosedAt).ThenByDescending(d => d.Id).ToListAsync(cancellationToken);
        return lost switch
        {
            [] => await NoneAsync(act, deal, cancellationToken),
            [var one] => One(act, one),
            _ => Several(act, lost),
        };
    }

    private static Reply One(Act act, Deal lost)
    {
        Word title = lost.LostReason is { } why ? new("WhyLost.reason", lost.Name, why) : new("WhyLost.unsaid", lost.Name);
        Word details = new(lost.OwnerId == act.Me.Id ? "WhyLost.when.mine" : "WhyLost.when", lost.ClosedAt, new Money(lost.Amount, lost.Currency), act.Org.Find(lost.OwnerId));
        var open = new Button("Button.open_deal", "show_deal", new Slots { ["deal"] = lost.Key });
        return new Reply(new View("text", new { Title = title, Paragraphs = new[] { details }, Buttons = new[] { open } }, title)) { Focus = act.Focus.Settled() with { Deal = lost.Key, Customer = lost.Customer?.Key } };
    }

    private static Reply Several(Act act, List<Deal> lost)
    {
        var paging = Paging.Of(act, lost.Count);
        var rows = lost.Skip(paging.Skip).Take(paging.Size).Select(d => new
        {
            Main = new Word("Format.Dot", d.Name, d.LostReason is { } why ? (object)why : new Word("WhyLost.no_reason")),
            Second = new Word("Deals.row.lost.mine", d.ClosedAt, act.Org.Find(d.OwnerId)),
            Value = new Money(d.Amount, d.Currency),
            Open = new Button("Button.open", "show_deal", new Slots { ["deal"] = d.Key }),
        }).ToList();
        return DayList.Show(paging, new Word("WhyLost.several", lost.Count, lost[0].Customer?.Name), "", rows, "Deals.none") with { Focus = act.Listing([.. lost.Select(d => d.Key)]) };
    }

    /// <summary>Nothing was lost there: how the deal stands, or that there is none.</summary>
    private static async Task<Reply> NoneAsync(Act act, Deal? deal, CancellationToken cancellationToken)
    {
        if (deal is not null)
        {
            Word stands = new("WhyLost.not_lost", deal.Name, StageName.Of(deal.Stage));
            return new Reply(new View("text", new { Title = stands, Paragraphs = Array.Empty<Word>(), Buttons = new[] { new Button("Button.open_deal", "show_deal", new Slots { ["deal"] = deal.Key }) } }, stands)) { Focus = act.Focus.Settled() with { Deal = deal.Key } };
        }

        var customer = await act.CustomerAsync(cancellationToken);
        Word none = new("WhyLost.none", customer?.Name ?? act.Slots.Text("customer"));
        return new Reply(new View("text", new { Title = none, Paragraphs = Array.Empty<Word>(), Buttons = customer is null ? [] : new[] { new Button("Contact.open_customer", "show_customer", new Slots { ["customer"] = customer.Key }) } }, none));
    }
}
