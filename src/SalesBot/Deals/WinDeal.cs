using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Process;

namespace SalesBot.Deals;

/// <summary>The customer signed: the deal is won, with the amount that was said, and the superior hears of it.</summary>
internal sealed class WinDeal : Command
{
    public override CommandSpec Spec { get; } = new("win_deal", Permission.WriteSales) { MayAsk = ["reason"], Requires = ["deal"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        await act.DealAsync(cancellationToken) is { } deal ? await WinAsync(act, deal, overriding: false, cancellationToken) : Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");

    /// <summary>Wins the deal, with the amount of the order.</summary>
    /// <param name="overriding">What the gate lacks is let pass; the caller has seen to it that they may.</param>
    public static async Task<Reply> WinAsync(Act act, Deal deal, bool overriding, CancellationToken cancellationToken)
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

        var won = act.Process.Find(SalesProcess.Won)!;
        var gate = await StageMove.CheckAsync(act, deal, won, cancellationToken);
        if (!overriding && await StageMove.ObstacleAsync(act, deal, won, gate, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        if (await AgreedAmount.AskAsync(act, deal, cancellationToken) is { } which)
        {
            return which;
        }

        var (note, buttons) = overriding ? (StageMove.Overridden(gate), []) : await StageMove.AdviceAsync(act, deal, deal.Stage, won.Id, cancellationToken);
        deal.Amount = act.Slots.Number("amount") ?? deal.Amount;
        deal.Currency = act.Slots.Text("currency") ?? deal.Currency;
        StageMove.Apply(act, deal, won.Id, gate);
        Reorder.Remind(act, deal);
        return await Withdrawal.OfClosedAsync(act, deal, act.Receipt(deal, "Receipt.won", note, buttons) with { Notices = Closing.Tell(act, deal) }, cancellationToken);
    }
}
