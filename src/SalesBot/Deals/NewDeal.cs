using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Makes a deal of what an order gives, and fills in what follows from what is known (FU-05): name, currency, owner, first stage.</summary>
internal static class NewDeal
{
    public static IReadOnlyDictionary<string, string> Amends { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["amount"] = "update_amount", ["close_date"] = "update_close_date" };

    public static async Task<Deal> AddAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var product = await ProductAsync(act, cancellationToken);
        var name = Name(act, customer, product);
        var taken = await act.Db.Deals.CountAsync(d => d.CustomerId == customer.Id && (d.Name == name || d.Name.StartsWith(name + " ")), cancellationToken);
        var deal = new Deal
        {
            Key = Keys.New('D'), CreatedAt = act.Now, Customer = customer, OwnerId = Owner(act).Id, Product = product, Name = taken == 0 ? name : $"{name} {taken + 1}",
            Stage = act.Process.First, StageSince = act.Now, LastActivityAt = act.Now,
            Amount = act.Slots.Number("amount"), ReviewedAmount = act.Slots.Number("amount"), CloseDate = act.Slots.Date("close_date"), Source = act.Slots.Text("source", 100),
            Currency = act.Slots.Text("currency") ?? await UsualCurrencyAsync(act, customer, cancellationToken),
        };
        act.Db.Add(deal);
        act.Db.Add(new StageChange { Key = Keys.New('H'), CreatedAt = act.Now, Deal = deal, To = deal.Stage, At = act.Now, ById = act.Me.Id });
        return deal;
    }

    /// <summary>An open deal that says the same: most likely this order was given before. Null when a second one was confirmed.</summary>
    public static async Task<Reply?> TwinAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        if (act.Slots.Flag("confirm") == true)
        {
            return null;
        }

        var name = Name(act, customer, await ProductAsync(act, cancellationToken));
        var amount = act.Slots.Number("amount");
        var twin = await act.Db.Deals.VisibleTo(act.Viewer)
            .Where(d => d.CustomerId == customer.Id && d.Status == DealStatus.Open && d.Name == name && d.Amount == amount).FirstOrDefaultAsync(cancellationToken);
        if (twin is null)
        {
            return null;
        }

        var filled = Orders.ToData(act.Frame);
        var again = new Slots(filled);
        again.Set("confirm", value: true);
        Word text = new("Deal.twin", twin.Name, DealFacts.Amount(twin));
        Button[] buttons = [new Button("Button.open", "show_deal", new Slots { ["deal"] = twin.Key }), new Button("Button.create_anyway", act.Frame.Intent, again)];
        return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = buttons }, text))
        {
            Focus = act.Asking("confirm", filled),
        };
    }

    /// <summary>The receipt, with what is still to be completed: a list with a day, not a refusal (FU-04); and who else works on this customer (FU-11).</summary>
    public static async Task<Reply> ReceiptAsync(Act act, Deal deal, Word title, CancellationToken cancellationToken)
    {
        var missing = Completeness.Of(deal).Missing;
        var note = missing.Count == 0 ? null : new Word("Deal.complete_by", Gaps.Said(missing), CompletionTodo.Add(act, deal).DueOn);
        List<long> others = deal.Customer!.Id == 0 ? [] : await act.Db.Deals.Where(d => d.CustomerId == deal.Customer!.Id && d.Status == DealStatus.Open && d.OwnerId != deal.OwnerId).Select(d => d.OwnerId).Distinct().ToListAsync(cancellationToken);
        var reply = act.Receipt(deal, title, others.Count == 0 ? note : new Word("Format.Then", note, new Word("Deal.others_too", others.Select(id => act.Org.Find(id)).ToList())), Gaps.Buttons(act, deal, missing));
        return others.Count == 0 ? reply : reply with { Notices = [.. reply.Notices, .. Collision.Tell(act, deal.Customer!, others.Append(deal.OwnerId).Select(id => act.Org.Find(id)), new Word("Deal.others_told", act.Me, deal.Name, deal.Customer!.Name))] };
    }

    private static string Name(Act act, Customer customer, Product? product)
    {
        var said = act.Slots.Text("deal_name", 150)?.Trim() ?? (char.IsAscii(customer.Name[^1]) ? product?.InLatin() : product?.Name) ?? act.Slots.Text("product", 100);
        return said is null ? customer.Name
            : said.Contains(customer.Name, StringComparison.OrdinalIgnoreCase) ? said
            : char.IsAscii(customer.Name[^1]) ? $"{customer.Name} {said}"
            : customer.Name + said;
    }

    private static async Task<Product?> ProductAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Frame.Ref("product");
        return key is null ? null : await act.Db.Products.FirstOrDefaultAsync(p => p.Key == key, cancellationToken);
    }

    /// <summary>Who leads others may open a deal for one of them.</summary>
    private static Person Owner(Act act) =>
        act.Me.May(Permission.ManageTeam) && act.Org.Find(act.Frame.Ref("owner")) is { Active: true } named && act.Viewer.Sees(named.Id) ? named : act.Me;

    private static async Task<string> UsualCurrencyAsync(Act act, Customer customer, CancellationToken cancellationToken) =>
        await act.Db.Deals.Where(d => d.CustomerId == customer.Id).OrderByDescending(d => d.Id).Select(d => d.Currency).FirstOrDefaultAsync(cancellationToken)
        ?? await act.Db.Deals.Where(d => d.OwnerId == act.Me.Id).OrderByDescending(d => d.Id).Select(d => d.Currency).FirstOrDefaultAsync(cancellationToken)
        ?? "CNY";
}
