using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Customers.Pool;
using SalesBot.Customers.Rules;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Leads;

/// <summary>Whose turn it is to get a lead (CU-09), and the offer that they get.</summary>
internal static class LeadTurn
{
    /// <summary>The next of these by the rule; nobody on leave, and nobody who had this lead offered already. Null where nobody is left.</summary>
    public static async Task<Person?> NextAsync(SalesDb db, CustomerRule rule, Deal lead, IEnumerable<Person> among, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var had = lead.Id == 0 ? [] : await db.LeadOffers.Where(o => o.DealId == lead.Id).Select(o => o.PersonId).ToListAsync(cancellationToken);
        var presence = await Presence.AtAsync(db, among, now, cancellationToken);
        var people = among.Where(p => p is { Active: true, Role: Role.Rep } && !had.Contains(p.Id) && !presence.IsAway(p)).ToList();
        if (rule.Way == LeadWay.Region && lead.Customer?.Region is { } region && rule.Regions.TryGetValue(region, out var team) && people.FindAll(p => p.Team?.Key == team) is { Count: > 0 } there)
        {
            people = there;
        }

        var ids = people.ConvertAll(p => p.Id);
        if (rule.Way == LeadWay.LeastLoaded)
        {
            var open = await db.Deals.Where(d => ids.Contains(d.OwnerId) && d.Status == DealStatus.Open).GroupBy(d => d.OwnerId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            return people.OrderBy(p => open.GetValueOrDefault(p.Id)).ThenBy(p => p.Id).FirstOrDefault();
        }

        var last = await db.LeadOffers.Where(o => ids.Contains(o.PersonId)).GroupBy(o => o.PersonId).Select(g => new { g.Key, At = g.Max(o => o.CreatedAt) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellationToken);
        return people.OrderBy(p => last.GetValueOrDefault(p.Id)).ThenBy(p => p.Id).FirstOrDefault();
    }

    /// <summary>Gives it to them, with its customer where that is nobody's or was the last holder's; they are told with the buttons to answer.</summary>
    /// <param name="by">Null: the service, as the one before did not accept it.</param>
    public static Notice Offer(SalesDb db, Deal lead, Person to, CustomerRule rule, long? by, DateTimeOffset now)
    {
        var zone = Zones.Find(to.TimeZone);
        var due = WorkCalendar.China.AddWorkingHours(now, TimeSpan.FromHours(rule.AcceptHours), zone, to.WorkFrom, to.WorkTo);
        db.Add(new LeadOffer { Key = Keys.New('Y'), CreatedAt = now, Deal = lead, PersonId = to.Id, DueAt = due });
        if (lead.Customer is { } customer && (customer.OwnerId is null || customer.OwnerId == lead.OwnerId) && customer.OwnerId != to.Id)
        {
            Hands.Pass(db, customer, to.Id, OwnerChangeKind.Assigned, by, now);
        }

        (lead.OwnerId, lead.CameAsLead) = (to.Id, true);
        Word text = new("Lead.offered", lead.Name, due, new Word("Count.hours", rule.AcceptHours));
        Slots about = new() { ["deal"] = lead.Key };
        Button[] buttons = [new("Button.accept_lead", "accept_lead", about, "positive"), new("Button.decline_lead", "decline_lead", about), new("Button.open", "show_deal", about)];
        return new Notice(to, new View("text", new { Title = new Word("Lead.offered_title"), Paragraphs = new[] { text }, Buttons = buttons }, text)) { NotBefore = Approvals.ApprovalClock.AtWork(to, now) };
    }
}
