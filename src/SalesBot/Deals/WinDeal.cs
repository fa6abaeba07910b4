using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Process;

namespace SalesBot.Deals;

/// <summary>The customer signed: the deal is won, with the amount that was said, and the superior hears of it.</summary>
internal sealed class WinDeal : Command
{
    public override CommandSpec Spec { get; } = new("win_deal", Permission.WriteSales) { MayAsk = ["reason"], Requires = ["deal"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        await act.DealAsync(cancellationToken) is { } deal ? await WinAsync(act, deal, cancellationToken) : Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");

    public static async Task<Reply> WinAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        if (await act.ClosedAsync(deal, cancellationToken) is { } closed)
        {
            return closed;
        }

        act = act with { Frame = act.Frame with { Intent = "win_deal" } };
        if (act.Slots.Text("amount") is not null && SoundAmount.Refuse(act) is { } refused)
        {
            return refused;
        }

        if (await StageMove.ObstacleAsync(act, deal, SalesProcess.Standard.Find(SalesProcess.Won)!, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        var (note, buttons) = await StageMove.AdviceAsync(act, deal, deal.Stage, cancellationToken);
        deal.Amount = act.Slots.Number("amount") ?? deal.Amount;
        deal.Currency = act.Slots.Text("currency") ?? deal.Currency;
        StageMove.Apply(act, deal, SalesProcess.Won, act.Slots.Text("reason", 400));
        return await Withdrawal.OfClosedAsync(act, deal, act.Receipt(deal, "Receipt.won", note, buttons) with { Notices = Closing.Tell(act, deal) }, cancellationToken);
    }
}
