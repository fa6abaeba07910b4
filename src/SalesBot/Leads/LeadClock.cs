using Microsoft.EntityFrameworkCore;
using SalesBot.Customers.Rules;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Leads;

/// <summary>A lead that nobody accepted in time goes to the next; where nobody is left the superior is told and it stays (CU-09).</summary>
internal sealed class LeadClock(Func<SalesDb> open, OrgCache org, Ledger ledger, NameFeed names)
{
    /// <summary>Offers whose time is over.</summary>
    public static IQueryable<LeadOffer> Over(SalesDb db, DateTimeOffset now) => db.LeadOffers.Where(o => o.State == OfferState.Waiting && o.DueAt <= now);

    /// <summary>Returns how many went on.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = open();
        var chart = await org.GetAsync(db, now, cancellationToken);
        var rule = await CustomerRule.LoadAsync(db, cancellationToken);
        var first = (await SalesProcess.LoadAsync(db, cancellationToken)).First;
        var over = await Over(db, now).OrderBy(o => o.DueAt).Select(o => o.Id).ToListAsync(cancellationToken);
        var done = 0;
        foreach (var id in over)
        {
            db.ChangeTracker.Clear();
            var offer = await db.LeadOffers.Include(o => o.Deal.Customer).FirstAsync(o => o.Id == id, cancellationToken);
            if (offer.State == OfferState.Waiting)
            {
                done += await PassOnAsync(db, chart, (rule, first), offer, now, cancellationToken) ? 1 : 0;
            }
        }

        return done;
    }

    private async Task<bool> PassOnAsync(SalesDb db, OrgChart chart, (CustomerRule Rule, string FirstStage) law, LeadOffer offer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (offer.State, offer.AnsweredAt) = (OfferState.Lapsed, now);
        var notices = new List<Notice>();
        // Who has it by another way since, or has moved it on, keeps it.
        if (offer.Deal is { Status: Deals.DealStatus.Open } lead && lead.OwnerId == offer.PersonId && lead.Stage == law.FirstStage && chart.Find(offer.PersonId) is { } holder)
        {
            var superior = chart.Superior(holder);
            var next = superior is null ? null : await LeadTurn.NextAsync(db, law.Rule, lead, chart.Everybody.Where(p => p.Id != holder.Id && chart.Viewer(superior).Sees(p.Id)), now, cancellationToken);
            if (next is not null)
            {
                notices.Add(LeadTurn.Offer(db, lead, next, law.Rule, null, now));
                Tell(notices, holder, new Word("Lead.lapsed", lead.Name, next), now);
            }
            else if (superior is not null)
            {
                Tell(notices, superior, new Word("Lead.nobody_left", lead.Name), now);
            }
        }

        await ledger.RecordAsync(db, chart, "pass_lead_on", notices, [], now, cancellationToken);
        var changes = ChangeLog.Capture(db);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Accepted a moment before: it is theirs.
            return false;
        }

        await names.ApplyAsync(changes, cancellationToken);
        return true;
    }

    private static void Tell(List<Notice> notices, Person person, Word text, DateTimeOffset now)
    {
        if (person.Active)
        {
            notices.Add(new Notice(person, new View(null, null, text)) { NotBefore = Approvals.ApprovalClock.AtWork(person, now) });
        }
    }
}
