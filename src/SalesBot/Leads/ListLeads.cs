using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Leads;

/// <summary>Open leads with who has them, whether they were accepted and until when that is due, and what is known of budget and authority (CU-08, CU-09).</summary>
internal sealed class ListLeads : Command
{
    public override CommandSpec Spec { get; } = new("list_leads", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act, narrow: act.Viewer.Only is not null);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var first = act.Process.First;
        var leads = whose.Of(act.Db.Deals.VisibleTo(act.Viewer)).Where(d => d.Status == DealStatus.Open && d.Stage == first);
        var paging = Paging.Of(act, await leads.CountAsync(cancellationToken));
        var shown = await paging.Of(leads.OrderByDescending(d => d.CreatedAt).ThenBy(d => d.Id)).ToListAsync(cancellationToken);
        var ids = shown.ConvertAll(d => d.Id);
        var offers = (await act.Db.LeadOffers.Where(o => ids.Contains(o.DealId)).ToListAsync(cancellationToken)).GroupBy(o => o.DealId).ToDictionary(g => g.Key, g => g.MaxBy(o => o.Id)!);
        Word title = new("Leads.title", await leads.CountAsync(cancellationToken));
        var data = new
        {
            Title = title,
            Subtitle = paging.Say(new Word("Format.Plain", whose.Label)),
            Rows = shown.ConvertAll(d => new
            {
                Main = d.Name,
                Second = new Word("Format.Dot", State(act, d, offers.GetValueOrDefault(d.Id)), new Word("Leads.qualified", Known(d.Budget), Known(d.Authority))),
                Value = d.Source ?? "",
                Open = new Button("Button.open", "show_deal", new Slots { ["deal"] = d.Key }),
            }),
            Empty = new Word("Leads.none"),
            paging.Prev,
            paging.Next,
            Buttons = new[] { new Button(new Word("Command.lead_rates"), "lead_rates") },
        };
        return new Reply(new View("list", data, title)) { InPlace = paging.InPlace, Focus = act.Listing([.. shown.Select(d => d.Key)]) };
    }

    private static Word State(Act act, Deal lead, LeadOffer? offer) => offer switch
    {
        { State: OfferState.Waiting } => new Word("Leads.waiting", act.Org.Find(lead.OwnerId), offer.DueAt),
        { State: OfferState.Accepted } => new Word("Leads.accepted", act.Org.Find(lead.OwnerId), offer.AnsweredAt),
        _ => new Word("Format.Plain", act.Org.Find(lead.OwnerId)),
    };

    private static object Known(Confirmation? known) => known is { } said ? said : new Word("Relation.role_unknown");
}
