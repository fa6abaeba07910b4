using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Puts down how somebody at a customer is reached now; what stood there is shown, and an undo brings it back.</summary>
internal sealed class ChangeContact : Command
{
    public override CommandSpec Spec { get; } = new("change_contact", Permission.FollowUp) { Requires = ["customer", "contact_name"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        if (CustomerRights.Refuse(act, customer) is { } refused)
        {
            return refused;
        }

        NewContact.Add(act, customer);
        return act.Receipt("Receipt.contact", customer.Name, new Word("Format.Plain", act.Slots.Text("contact_name", 100))) with { Focus = act.About(customer) };
    }
}
