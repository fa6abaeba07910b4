using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;

namespace SalesBot.Customers;

/// <summary>All that one should know before a call or a visit, on one short card, in seconds (FU-03). A deal that is named stands for its customer.</summary>
internal sealed class PrepareCall : Command
{
    public override CommandSpec Spec { get; } = new("prepare_call", Permission.ReadSales) { MayAsk = ["customer"], Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is { } named)
        {
            return await BriefingCard.ReplyAsync(act, named, cancellationToken);
        }

        if (await act.DealAsync(cancellationToken) is { Customer.Key: { } key } && await act.With("customer", key).CustomerAsync(cancellationToken) is { } customer)
        {
            return await BriefingCard.ReplyAsync(act, customer, cancellationToken);
        }

        var said = act.Slots.Text("customer") ?? act.Slots.Text("customer_text");
        return said is null ? Question.For(act, "customer") : Question.NotFound(act, "customer", said);
    }
}
