using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>
/// Moves a deal one stage on or back, or to a stage by name. Nothing is skipped without a manager's reason (ST-04); a closed deal is
/// reopened by a manager only; won and lost are acts of their own.
/// </summary>
internal sealed class MoveStage : Command
{
    public override CommandSpec Spec { get; } = new("move_stage", Permission.WriteSales) { MayAsk = ["reason"], Requires = ["deal", "stage"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (act.Slots.Text("from") is { } from && from != deal.Stage)
        {
            return Already(act, deal);
        }

        if (!act.Me.May(Permission.ManageTeam) && await act.ClosedAsync(deal, cancellationToken) is { } closed)
        {
            return closed;
        }

        var wanted = act.Slots.Text("stage")!;
        var target = await TargetAsync(act, deal, wanted, cancellationToken);
        return target switch
        {
            null => Act.Say(wanted is "next" or "back" ? new Word("Stage.end", deal.Name, new Word("Stage." + deal.Stage)) : StageNames.Unknown(wanted)),
            _ when target == deal.Stage => Already(act, deal),
            SalesProcess.Won when wanted == "next" && !act.Pressed && act.Slots.Flag("confirm") is null => AskedToWin(act),
            SalesProcess.Won => await WinDeal.WinAsync(act, deal, cancellationToken),
            SalesProcess.Lost => await LoseDeal.LoseAsync(act, deal, cancellationToken),
            _ => await MoveAsync(act, deal, SalesProcess.Standard.Find(target)!, cancellationToken),
        };
    }

    private static async Task<string?> TargetAsync(Act act, Deal deal, string wanted, CancellationToken cancellationToken) => wanted switch
    {
        "next" => SalesProcess.Standard.From(deal.Stage, 1)?.Id,
        "back" => SalesProcess.Standard.From(deal.Stage, -1)?.Id,
        _ => await StageNames.FindAsync(act.Db, wanted, cancellationToken),
    };

    private static async Task<Reply> MoveAsync(Act act, Deal deal, Stage to, CancellationToken cancellationToken)
    {
        if (IsBackwards(deal, to) && !act.Pressed && act.Slots.Text("stage") != "back" && act.Slots.Flag("confirm") is null)
        {
            // "Move it to proposal" is mostly said by somebody who does not know that the deal is further on already.
            return Question.Confirm(act);
        }

        var left = deal.Stage;
        var onward = deal.Status == DealStatus.Open && SalesProcess.Standard.PlaceOf(to.Id) > SalesProcess.Standard.PlaceOf(left);
        if (onward && await StageMove.ObstacleAsync(act, deal, to, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        var (note, buttons) = onward ? await StageMove.AdviceAsync(act, deal, left, cancellationToken) : (null, []);
        StageMove.Apply(act, deal, to.Id, act.Slots.Text("reason", 400));
        return act.Receipt(deal, "Receipt.stage", note, buttons) with { InPlace = act.Slots.ContainsKey("from") && act.PressedCard is not null };
    }

    /// <summary>"One step on" from the last stage: whoever says so may not know that it closes the deal.</summary>
    private static Reply AskedToWin(Act act)
    {
        act.Slots["stage"] = SalesProcess.Won;
        return Question.Confirm(act);
    }

    private static bool IsBackwards(Deal deal, Stage to) =>
        deal.Status == DealStatus.Open && SalesProcess.Standard.PlaceOf(to.Id) < SalesProcess.Standard.PlaceOf(deal.Stage);

    private static Reply Already(Act act, Deal deal) =>
        Act.Say(new Word("Stage.already", deal.Name, new Word("Stage." + deal.Stage), deal.StageSince)) with { Focus = act.About(deal), SaysSame = true };
}
