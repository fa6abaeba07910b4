using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Pool;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Gives a customer back to the public pool (CU-11): by its owner or whoever leads them, and not while a deal with it is open or a contract runs.</summary>
internal sealed class ReleaseCustomer : Command
{
    public override CommandSpec Spec { get; } = new("release_customer", Permission.WriteSales) { Requires = ["customer"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        if (customer.OwnerId is not { } owner)
        {
            return Act.Say(new Word("Customer.in_pool_already", customer.Name));
        }

        if (owner != act.Me.Id && !act.Me.May(Permission.ManageTeam))
        {
            return Act.Say(new Word("Customer.not_yours", customer.Name, customer.Owner!));
        }

        var open = await act.Db.Deals.CountAsync(d => d.CustomerId == customer.Id && d.Status == DealStatus.Open, cancellationToken);
        if (open > 0)
        {
            Word text = new("Customer.has_open_deals", open, customer.Name);
            var show = new Button("Button.show_deals", "query_deals", new Slots { ["customer"] = customer.Key });
            return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = new[] { show } }, text));
        }

        if (!await RecycleClock.Unprotected(act.Db, act.Db.Customers.Where(c => c.Id == customer.Id), act.Now).AnyAsync(cancellationToken))
        {
            return Act.Say(new Word("Customer.has_contract", customer.Name));
        }

        await Hands.LetGoAsync(act.Db, customer, OwnerChangeKind.Released, act.Me.Id, act.Now, act.Slots.Text("reason", 400), cancellationToken);
        return act.Receipt("Receipt.released", customer.Name) with { Notices = Handover.Tell(act, customer, owner) };
    }
}
