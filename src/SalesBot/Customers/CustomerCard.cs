using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Customers.Privacy;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>What is known of one customer, on one card.</summary>
internal static class CustomerCard
{
    private const int MostDeals = 5;
    private const int Newest = 3;

    /// <summary>The card, with what is said first on it: the answer to what was asked, or why the card is shown.</summary>
    public static async Task<Reply> ReplyAsync(Act act, Customer customer, Word? first, CancellationToken cancellationToken)
    {
        Looks.Note(act, customer);
        var deals = await act.Db.Deals.VisibleTo(act.Viewer).Where(d => d.CustomerId == customer.Id && d.Status == DealStatus.Open)
            .OrderBy(d => d.CloseDate).Take(MostDeals).ToListAsync(cancellationToken);
        var data = new
        {
            customer.Name,
            Legal = customer.LegalName == customer.Name ? null : customer.LegalName,
            First = first,
            Facts = Facts(act, customer).Concat(await CustomerProfile.FactsAsync(act, customer, cancellationToken)).Where(f => first is null || f.Label.Key != "Customer.field." + act.Slots.Text("field")).ToList(),
            Contacts = customer.Contacts.Where(c => c.ErasedAt is null).Select(CustomerFacts.Contact).ToList(),
            Deals = deals.Select(d => Row(d, act.Today)).ToList(),
            Contracts = await ContractsAsync(act, customer, cancellationToken),
            FollowUps = await FollowUpsAsync(act, customer, cancellationToken),
            Buttons = Buttons(act, customer),
        };
        Word text = new("Customer.text", customer.Name, CustomerFacts.Owner(customer), new Word("Count.open_deals", deals.Count));
        return new Reply(new View("customer", data, first ?? text))
        {
            Focus = act.About(customer) with { Deal = deals.Count == 1 ? deals[0].Key : null, List = deals.Count < 2 && act.Focus.List.Count > 1 ? act.Focus.List : [.. deals.Select(d => d.Key)] },
        };
    }

    private static List<Fact> Facts(Act act, Customer customer)
    {
        List<Fact> facts = [new("Customer.field.owner", CustomerFacts.Owner(customer))];
        if (customer.Industry is not null || customer.Region is not null)
        {
            facts.Add(new("Customer.field.industry", string.Join(" · ", new[] { customer.Industry, customer.Region }.OfType<string>())));
        }

        if (customer.TaxId is { } tax)
        {
            facts.Add(new("Customer.field.tax_id", tax));
        }

        if (customer.LastInteractionAt is { } last)
        {
            facts.Add(new("Customer.field.history", Ago(act.Today.DayNumber - DateOnly.FromDateTime(Zones.Local(last, act.Me.TimeZone)).DayNumber)));
        }

        facts.Add(new("Customer.field.complete", Completeness.Of(customer).Said));
        return facts;
    }

    private static Word Ago(int days) => days <= 0 ? "Customer.today" : new Word("Customer.days_ago", days);

    private static object Row(Deal deal, DateOnly today) => new
    {
        Main = deal.Name,
        Second = new Word("Deals.row.mine", StageName.Of(deal.Stage), DealFacts.Close(deal, today)),
        Value = DealFacts.Amount(deal),
        Open = new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key }),
    };

    private static async Task<IReadOnlyList<Word>> ContractsAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var contracts = await act.Db.Contracts.HistoryFor(act.Viewer).Where(c => c.CustomerId == customer.Id || c.Deal!.CustomerId == customer.Id)
            .OrderByDescending(c => c.Id).Take(Newest).ToListAsync(cancellationToken);
        return [.. contracts.Select(c => new Word("Customer.contract", c.Title, new Money(c.Amount, c.Currency), ContractCard.Standing(c)))];
    }

    private static async Task<IReadOnlyList<FollowUpLine>> FollowUpsAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var newest = await act.Db.FollowUps.WithCustomer().VisibleTo(act.Viewer).Include(f => f.Author).Where(f => f.CustomerId == customer.Id || f.Deal!.CustomerId == customer.Id)
            .OrderByDescending(f => f.HappenedAt).Take(Newest).ToListAsync(cancellationToken);
        return [.. newest.Select(f => FollowUpLine.Of(f, act.Me))];
    }

    private static List<Button> Buttons(Act act, Customer customer)
    {
        Slots about = new() { ["customer"] = customer.Key };
        Button[] log = act.Me.May(Permission.FollowUp) ? [new Button("Button.log_followup", "log_followup", about)] : [];
        Button prepare = new("Button.prepare_call", "prepare_call", about), map = new("Button.relationship_map", "relationship_map", about);
        Button[] file = act.MayChange(customer) ? [new Button("Button.set_grade", "set_grade", about), new Button("Button.tag_customer", "tag_customer", about)] : [];
        return !act.Me.May(Permission.WriteSales) ? [.. log, prepare]
            : customer.OwnerId is null ? [new Button("Button.claim_customer", "claim_customer", about, "positive"), .. log, prepare]
            : [.. log, new Button("Button.new_deal", "create_deal", about), prepare, map, .. file];
    }

}
