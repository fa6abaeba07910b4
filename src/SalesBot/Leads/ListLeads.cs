using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
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
        if (act.Said is { } said && SegmentWords.Find("lead", said) is { } only)
        {
            act.Slots["only"] = only;
        }

        var leads = whose.Of(act.Db.Deals.VisibleTo(act.Viewer)).Where(d => d.Status == DealStatus.Open && d.Stage == first);
        var unassigned = act.Slots.Text("only") == "unassigned";
        if (unassigned)
        {
            leads = Unassigned(act, leads);
        }

        var paging = Paging.Of(act, await leads.CountAsync(cancellationToken));
        var shown = await paging.Of(leads.OrderByDescending(d => d.CreatedAt).ThenBy(d => d.Id)).ToListAsync(cancellationToken);
        var ids = shown.ConvertAll(d => d.Id);
        var offers = (await act.Db.LeadOffers.Where(o => ids.Contains(o.DealId)).ToListAsync(cancellationToken)).GroupBy(o => o.DealId).ToDictionary(g => g.Key, g => g.MaxBy(o => o.Id)!);
        Word title = new(unassigned ? "Leads.unassigned" : "Leads.title", await leads.CountAsync(cancellationToken));
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

    /// <summary>Those that nobody took: with no offer that waits or was accepted, and in the hands of somebody who sells nothing, or of whom it was last offered to in vain.</summary>
    private static IQueryable<Deal> Unassigned(Act act, IQueryable<Deal> leads)
    {
        var (db, reps) = (act.Db, act.Org.Everybody.Where(p => p.Role == Role.Rep).Select(p => p.Id).ToList());
        return leads.Where(d => !db.LeadOffers.Any(o => o.DealId == d.Id && (o.State == OfferState.Waiting || o.State == OfferState.Accepted)) && (!reps.Contains(d.OwnerId) || db.LeadOffers.Any(o => o.DealId == d.Id)));
    }

    private static Word State(Act act, Deal lead, LeadOffer? offer) => offer switch
    {
        { State: OfferState.Waiting } => new Word("Leads.waiting", act.Org.Find(lead.OwnerId), offer.DueAt),
        { State: OfferState.Accepted } => new Word("Leads.accepted", act.Org.Find(lead.OwnerId), offer.AnsweredAt),
        _ => new Word("Format.Plain", act.Org.Find(lead.OwnerId)),
    };

    private static object Known(Confirmation? known) => known is { } said ? said : new Word("Relation.role_unknown");
}
