using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Customers;

/// <summary>The card of one customer: whose it is, contacts, open deals, contracts, what was said last. A fact that was asked for comes first; who is there and how they are reached, alone.</summary>
internal sealed class ShowCustomer : Command
{
    public override CommandSpec Spec { get; } = new("show_customer", Permission.ReadSales) { Requires = ["customer"], Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        await act.CustomerAsync(cancellationToken) is not { } customer ? Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "")
            : !act.Pressed && act.Slots.Text("field") is ("contact" or "phone" or "email") ? await new ShowContact().RunAsync(act, cancellationToken)
            : await CustomerCard.ReplyAsync(act, customer, CustomerFacts.Answer(customer, act.Slots.Text("field")), cancellationToken);
}
