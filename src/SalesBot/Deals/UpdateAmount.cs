using SalesBot.Conversation;
using SalesBot.People;

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

        if (SoundAmount.Refuse(act) is { } refused)
        {
            return refused;
        }

        deal.Amount = act.Slots.Number("amount");
        deal.Currency = act.Slots.Text("currency") ?? deal.Currency;
        deal.LastActivityAt = act.Now;
        return act.Receipt(deal, corrects ? "Receipt.amount_corrected" : "Receipt.amount");
    }
}
