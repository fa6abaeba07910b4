using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Customers;

/// <summary>Adds a contact with title and buying motive to a customer (CU-07), or completes the one of that name.</summary>
internal sealed class AddContact : Command
{
    public override CommandSpec Spec { get; } = new("add_contact", Permission.FollowUp) { Requires = ["customer", "contact_name", "title", "motive"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        NewContact.Add(act, customer);
        return act.Receipt("Receipt.contact", customer.Name) with { Focus = act.About(customer) };
    }
}
