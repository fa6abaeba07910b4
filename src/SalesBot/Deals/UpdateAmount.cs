using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Sets a deal's amount, in the deal's currency unless another was named; of a won deal as a correction by whoever leads others.</summary>
internal sealed class UpdateAmount : Command
{
    public override CommandSpec Spec { get; } = new("update_amount", Permission.WriteSales) { Requires = ["deal", "amount"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        var corrects = deal.Status == DealStatus.Won && act.Me.May(Permission.ManageTeam);
        if (!corrects && await act.ClosedAsync(deal, cancellationToken) is { } closed)
        {
            return closed;
        }

        if (act.Slots.Number("amount") is not { } amount || amount < 0)
        {
            return Act.Say(new Word("Bad.amount", act.Slots.Text("amount")));
        }

        deal.Amount = amount;
        deal.Currency = act.Slots.Text("currency") ?? deal.Currency;
        deal.LastActivityAt = act.Now;
        return act.Receipt(deal, corrects ? "Receipt.amount_corrected" : "Receipt.amount");
    }
}
