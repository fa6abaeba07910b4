using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Process;

namespace SalesBot.Deals;

/// <summary>The deal is lost, from whatever stage, with its reason: without one nobody learns from it.</summary>
internal sealed class LoseDeal : Command
{
    public override CommandSpec Spec { get; } = new("lose_deal", Permission.WriteSales) { Requires = ["deal", "reason"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        await act.DealAsync(cancellationToken) is { } deal ? Lose(act, deal) : Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");

    public static Reply Lose(Act act, Deal deal)
    {
        if (deal.ClosedAlready() is { } closed)
        {
            return closed;
        }

        if (act.Slots.Text("reason", 400) is not { } reason)
        {
            return Question.For(act with { Frame = act.Frame with { Intent = "lose_deal" } }, "reason");
        }

        StageMove.Apply(act, deal, SalesProcess.Lost, null);
        deal.LostReason = reason;
        return act.Receipt(deal, "Receipt.lost") with { Notices = Closing.Tell(act, deal) };
    }
}
