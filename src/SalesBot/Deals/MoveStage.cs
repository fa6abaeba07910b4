using SalesBot.Conversation;
using SalesBot.Language;
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

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => RunAsync(act, overriding: false, cancellationToken);

    /// <summary>The move of the order.</summary>
    /// <param name="overriding">What the gate lacks is let pass, for the reason of the order; the caller has seen to it that they may.</param>
    public static async Task<Reply> RunAsync(Act act, bool overriding, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (act.Slots.Text("from") is { } from && from != deal.Stage)
        {
            return Already(act, deal);
        }

        if (!(deal.Status != DealStatus.Open && act.Me.May(Permission.ManageTeam)) && await act.ClosedAsync(deal, cancellationToken) is { } closed)
        {
            return closed;
        }

        var wanted = act.Slots.Text("stage")!;
        var target = await TargetAsync(act, deal, wanted, cancellationToken);
        return target switch
        {
            null => Act.Say(wanted is "next" or "back" ? new Word("Stage.end", deal.Name, StageName.Of(deal.Stage)) : StageNames.Unknown(act.Process, wanted)),
            _ when target == deal.Stage => Already(act, deal),
            _ when act.Slots.Text(StaleYes.Base) is { } seen && seen != deal.Stage => await OvertakenAsync(act, deal, target, cancellationToken),
            SalesProcess.Won when wanted == "next" && !act.Pressed && act.Slots.Flag("confirm") is null => AskedToWin(act, deal),
            SalesProcess.Won => await WinDeal.WinAsync(act, deal, overriding, cancellationToken),
            SalesProcess.Lost => await LoseDeal.LoseAsync(act, deal, cancellationToken),
            _ => await MoveAsync(act, deal, act.Process.Find(target)!, overriding, cancellationToken),
        };
    }

    private static async Task<string?> TargetAsync(Act act, Deal deal, string wanted, CancellationToken cancellationToken) => wanted switch
    {
        "next" => act.Process.From(deal.Stage, 1)?.Id,
        "back" => act.Process.From(deal.Stage, -1)?.Id,
        _ => await StageNames.FindAsync(act, wanted, cancellationToken),
    };

    private static async Task<Reply> MoveAsync(Act act, Deal deal, Stage to, bool overriding, CancellationToken cancellationToken)
    {
        if (IsBackwards(act, deal, to) && !act.Pressed && act.Slots.Text("stage") != "back" && act.Slots.Flag("confirm") is null)
        {
            // "Move it to proposal" is mostly said by somebody who does not know that the deal is further on already.
            return Confirm(act, deal);
        }

        var left = deal.Stage;
        var onward = deal.Status == DealStatus.Open && act.Process.PlaceOf(to.Id) > act.Process.PlaceOf(left);
        var gate = onward ? await StageMove.CheckAsync(act, deal, to, cancellationToken) : new GateResult([], []);
        if (!overriding && await StageMove.ObstacleAsync(act, deal, to, gate, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        var (note, buttons) = overriding ? (StageMove.Overridden(gate), []) : onward ? await StageMove.AdviceAsync(act, deal, left, to.Id, cancellationToken) : (null, []);
        StageMove.Apply(act, deal, to.Id, gate);
        return act.Receipt(deal, "Receipt.stage", note, buttons) with { InPlace = act.Slots.ContainsKey("from") && act.PressedCard is not null };
    }

    /// <summary>"One step on" from the last stage: whoever says so may not know that it closes the deal.</summary>
    private static Reply AskedToWin(Act act, Deal deal)
    {
        act.Slots["stage"] = SalesProcess.Won;
        return Confirm(act, deal);
    }

    /// <summary>The yes holds for the stage that the deal stands at now.</summary>
    private static Reply Confirm(Act act, Deal deal)
    {
        act.Slots[StaleYes.Base] = deal.Stage;
        return Question.Confirm(act);
    }

    /// <summary>A yes to a move from where the deal is no longer: both, and who moved it; nothing is changed.</summary>
    private static async Task<Reply> OvertakenAsync(Act act, Deal deal, string target, CancellationToken cancellationToken)
    {
        var row = new StaleYes.Row("Field.Deal.Stage", StageName.Of(target), StageName.Of(deal.Stage), await StaleYes.ByAsync(act, [deal.Key], cancellationToken));
        return StaleYes.Reply(deal.Name, [row], [StageMove.Button(deal, act.Process.Find(target)!), new Button("Command.show_deal", "show_deal", new Slots { ["deal"] = deal.Key })]) with { Focus = act.About(deal) };
    }

    private static bool IsBackwards(Act act, Deal deal, Stage to) =>
        deal.Status == DealStatus.Open && act.Process.PlaceOf(to.Id) < act.Process.PlaceOf(deal.Stage);

    private static Reply Already(Act act, Deal deal) =>
        Act.Say(new Word("Stage.already", deal.Name, StageName.Of(deal.Stage), deal.StageSince)) with { Focus = act.About(deal), SaysSame = true };
}
