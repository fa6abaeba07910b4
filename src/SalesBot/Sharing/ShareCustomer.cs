using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Sharing;

/// <summary>The same of a customer.</summary>
internal sealed class ShareCustomer : Command
{
    public override CommandSpec Spec { get; } = new("share_customer", Permission.ReadSales) { Requires = ["customer"], Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => await act.CustomerAsync(cancellationToken) is { } customer
        ? Act.Say(new Word("Share.link", customer.Name, new Link(RecordLink.ToCustomer(customer.Key))))
        : Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
}
