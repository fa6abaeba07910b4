using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Process;

namespace SalesBot.Deals;

/// <summary>
/// The deal is lost, from whatever stage, with its reason: without one nobody learns from it. What waited for a decision about it is withdrawn;
/// an undo of the loss puts it before the same people again, under the same clock.
/// </summary>
internal sealed class LoseDeal : Command
{
    public override CommandSpec Spec { get; } = new("lose_deal", Permission.WriteSales) { Requires = ["deal", "reason"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        await act.DealAsync(cancellationToken) is { } deal ? await LoseAsync(act, deal, cancellationToken) : Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");

    public static async Task<Reply> LoseAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        if (await act.ClosedAsync(deal, cancellationToken) is { } closed)
        {
            return closed;
        }

        if (act.Slots.Text("reason", 400) is not { } reason)
        {
            return Question.For(act with { Frame = act.Frame with { Intent = "lose_deal" } }, "reason");
        }

        StageMove.Apply(act, deal, SalesProcess.Lost, new GateResult([], []));
        deal.LostReason = reason;
        return await Withdrawal.OfClosedAsync(act, deal, act.Receipt(deal, "Receipt.lost") with { Notices = Closing.Tell(act, deal) }, cancellationToken);
    }
}
