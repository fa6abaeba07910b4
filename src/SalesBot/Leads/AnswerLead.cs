using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Rules;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Leads;

/// <summary>The answer to a lead that was offered: only by whom it was offered to, and only once. Where none is named, the one that waits for the speaker.</summary>
internal abstract class LeadAnswer(string id, params string[] asks) : Command
{
    public override CommandSpec Spec { get; } = new(id, Permission.WriteSales) { MayAsk = ["deal", .. asks], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("deal") is null && act.Slots.Text("deal") is { } unknown)
        {
            return Question.NotFound(act, "deal", unknown);
        }

        if (await MeantAsync(act, cancellationToken) is not { } lead)
        {
            var waiting = await Waiting(act).Select(d => d.Key).ToListAsync(cancellationToken);
            return waiting.Count == 0 ? Act.Say("Lead.none_waiting") : await Question.WhichAsync(act, waiting, cancellationToken);
        }

        var offer = await act.Db.LeadOffers.Where(o => o.DealId == lead.Id).OrderByDescending(o => o.Id).FirstOrDefaultAsync(cancellationToken);
        if (offer is not { State: OfferState.Waiting })
        {
            return Act.Say(offer is null ? new Word("Lead.not_offered", lead.Name) : new Word("Lead.answered", lead.Name, offer.State, act.Org.Find(offer.PersonId), offer.AnsweredAt));
        }

        if (offer.PersonId != act.Me.Id)
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say(new Word("Lead.not_yours", lead.Name, act.Org.Find(offer.PersonId)));
        }

        if (asks.FirstOrDefault(slot => act.Slots.Text(slot) is null) is { } missing)
        {
            return Question.For(act.With("deal", lead.Key), missing);
        }

        offer.AnsweredAt = act.Now;
        return await AnswerAsync(act, lead, offer, cancellationToken);
    }

    /// <summary>The one that is named; what is only spoken of where it waits for the speaker, else the only one that does.</summary>
    private static async Task<Deal?> MeantAsync(Act act, CancellationToken cancellationToken)
    {
        var spoken = await act.DealAsync(cancellationToken);
        if (spoken is not null && (act.Pressed || act.Frame.Because.Any(words => words.Gave == "deal") || await Waiting(act).AnyAsync(d => d.Id == spoken.Id, cancellationToken)))
        {
            return spoken;
        }

        var waiting = await Waiting(act).Include(d => d.Customer).Take(2).ToListAsync(cancellationToken);
        return waiting.Count == 1 ? waiting[0] : waiting.Count == 0 ? spoken : null;
    }

    private static IQueryable<Deal> Waiting(Act act)
    {
        var (db, me) = (act.Db, act.Me.Id);
        return db.Deals.Where(d => d.OwnerId == me && db.LeadOffers.Any(o => o.DealId == d.Id && o.PersonId == me && o.State == OfferState.Waiting)).OrderBy(d => d.Id);
    }

    protected abstract Task<Reply> AnswerAsync(Act act, Deal lead, LeadOffer offer, CancellationToken cancellationToken);
}

/// <summary>It is theirs from now on.</summary>
internal sealed class AcceptLead() : LeadAnswer("accept_lead")
{
    protected override Task<Reply> AnswerAsync(Act act, Deal lead, LeadOffer offer, CancellationToken cancellationToken)
    {
        offer.State = OfferState.Accepted;
        return Task.FromResult(act.Receipt("Receipt.lead_accepted", lead.Name, null, new Button("Button.qualify_lead", "qualify_lead", new Language.Slots { ["deal"] = lead.Key })) with { Focus = act.About(lead), InPlace = act.PressedCard is not null });
    }
}

/// <summary>They hand it back with a reason: it goes to the next.</summary>
internal sealed class DeclineLead() : LeadAnswer("decline_lead", "reason")
{
    protected override async Task<Reply> AnswerAsync(Act act, Deal lead, LeadOffer offer, CancellationToken cancellationToken)
    {
        (offer.State, offer.Reason) = (OfferState.Declined, act.Slots.Text("reason", 400));
        var rule = await CustomerRule.LoadAsync(act.Db, cancellationToken);
        var superior = act.Org.Superior(act.Me);
        var next = await LeadTurn.NextAsync(act.Db, rule, lead, superior is null ? [] : act.Org.Everybody.Where(p => p.Id != act.Me.Id && act.Org.Viewer(superior).Sees(p.Id)), act.Now, cancellationToken);
        Notice[] notices = next is not null ? [LeadTurn.Offer(act.Db, lead, next, rule, act.Me.Id, act.Now)] : superior is not null ? [new Notice(superior, new View(null, null, new Word("Lead.nobody_left", lead.Name))) { NotBefore = Approvals.ApprovalClock.AtWork(superior, act.Now) }] : [];
        Word note = next is null ? new("Lead.nobody_left", lead.Name) : new("Lead.goes_to", next);
        return act.Receipt("Receipt.lead_declined", lead.Name, note) with { Notices = notices, Focus = act.Focus.Settled(), InPlace = act.PressedCard is not null };
    }
}
