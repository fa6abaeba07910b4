using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Customers.Privacy;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>The pre-call card: what runs, what was promised, what was said last, what is owed, whom one meets. What is empty is left out, but for deals and follow-ups.</summary>
internal static class BriefingCard
{
    private const int MostOpened = 2;
    private const int MostContacts = 4;

    public static async Task<Reply> ReplyAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        Looks.Note(act, customer);
        var known = await Briefing.ReadAsync(act, customer, cancellationToken);
        Word title = new("Prep.title", customer.Name);
        object last = customer.LastInteractionAt is { } at ? at : new Word("Prep.never");
        var data = new
        {
            Title = title,
            Subtitle = new Word("Prep.subtitle", CustomerFacts.Owner(customer), last),
            Sections = Sections(act, customer, known).ToList(),
            Buttons = Buttons(act, customer, known).ToList(),
        };
        return new Reply(new View("briefing", data, new Word("Prep.text", title, new Word("Count.open_deals", known.Deals.Count), new Word("Count.promises", known.Promises.Count))))
        {
            Focus = act.About(customer) with { Deal = known.Deals is [var only] ? only.Key : null, List = known.Deals.Count > 1 ? [.. known.Deals.Select(d => d.Key)] : act.Focus.List },
        };
    }

    private static IEnumerable<Section> Sections(Act act, Customer customer, Briefing known)
    {
        yield return new("Card.OpenDeals", known.Deals.Count > 0 ? [.. known.Deals.Select(d => DealLine(d, act.Today))] : [new Row(new Word("Prep.no_deal"), null)]);
        if (known.Promises.Count > 0)
        {
            yield return new("Prep.promises", [.. known.Promises.Select(t => Promise(act, t))]);
        }

        yield return new("Card.LastFollowUps", known.FollowUps.Count > 0 ? [.. known.FollowUps.Select(f => Said(act, f))] : [new Row(new Word("Prep.no_followup"), null)]);
        if (known.Contracts.Count > 0)
        {
            yield return new("Card.Contracts", [.. known.Contracts.Select(c => new Row(new Word("Customer.contract", c.Title, new Money(c.Amount, c.Currency), ContractCard.Standing(c)), Owed(c, act.Today)))]);
        }

        if (customer.Contacts.Count > 0)
        {
            yield return new("Card.Contacts", [.. customer.Contacts.Take(MostContacts).Select(c => new Row(CustomerFacts.Contact(c), Known(c, known)))]);
        }
    }

    private static Row DealLine(Deal deal, DateOnly today) => new(
        new Word("Format.Dot", deal.Name, DealFacts.Amount(deal)),
        new Word("Prep.deal", StageName.Of(deal.Stage), DealFacts.Close(deal, today), DealFacts.Next(deal, today)));

    private static Row Promise(Act act, Todo todo)
    {
        Word when = todo.DueOn < act.Today ? new("Prep.late", new When(todo.DueOn, todo.DueAt)) : new("Format.Plain", new When(todo.DueOn, todo.DueAt));
        return new Row(todo.Called(), todo.OwnerId == act.Me.Id ? when : new Word("Format.Dot", when, act.Org.Find(todo.OwnerId)));
    }

    private static Row Said(Act act, FollowUp followUp)
    {
        var line = FollowUpLine.Of(followUp, act.Me);
        return new Row(followUp.Content.Length > 0 ? followUp.Content : followUp.NextStep ?? "–", followUp.With is { } with ? new Word("Format.Dot", line.Head, with) : line.Head);
    }

    /// <summary>The invoice that is still open, what is late, or what falls due next.</summary>
    private static Word? Owed(Contract contract, DateOnly today)
    {
        var late = PaymentContracts.Late(contract, today);
        var next = contract.Payments.Where(p => p.PaidOn is null && p.DueOn >= today).MinBy(p => p.DueOn);
        Word? money = late > 0 ? new("Prep.payment_late", new Money(late, contract.Currency), contract.Payments.Where(p => p.PaidOn is null).Min(p => p.DueOn))
            : next is not null ? new("Prep.payment_next", new Money(PaymentContracts.OpenOf(contract, next), contract.Currency), next.DueOn)
            : null;
        Word? invoice = contract is { Status: ContractStatus.Signed, InvoiceNumber: null } ? new Word("Prep.no_invoice") : null;
        return invoice is not null && money is not null ? new Word("Format.Dot", invoice, money) : invoice ?? money;
    }

    private static Word? Known(Contact contact, Briefing known)
    {
        Word? last = known.LastTalks.TryGetValue(contact.Id, out var at) ? new Word("Prep.last_talk", at) : null;
        Word? motive = contact.Motive is { Length: > 0 } why ? new Word("Prep.motive", why) : null;
        return last is not null && motive is not null ? new Word("Format.Dot", motive, last) : motive ?? last;
    }

    private static IEnumerable<Button> Buttons(Act act, Customer customer, Briefing known)
    {
        if (act.Me.May(Permission.FollowUp))
        {
            yield return new Button("Button.log_followup", "log_followup", known.Deals is [var one] ? Of("deal", one.Key) : Of("customer", customer.Key), "positive");
        }

        if (known.Deals is [var only] && act.Me.May(Permission.WriteSales))
        {
            yield return new Button("Button.set_next_step", "set_next_step", Of("deal", only.Key));
        }

        foreach (var deal in known.Deals.Take(MostOpened))
        {
            yield return new Button(new Word("Prep.open", deal.Name), "show_deal", Of("deal", deal.Key));
        }
    }

    private static Slots Of(string slot, string key) => new() { [slot] = key };

    private sealed record Section(Word Title, IReadOnlyList<Row> Rows);

    private sealed record Row(object Main, object? Second);
}
