using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>A manager lets a deal pass though its gate lacks something or stages are left out: with a reason, and what was missing stays with the move (ST-04).</summary>
internal sealed class OverrideGate : Command
{
    public override CommandSpec Spec { get; } = new("override_gate", Permission.ManageTeam) { Requires = ["deal", "reason"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (!StageMove.MayOverride(act, deal))
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say(new Word("Stage.own_override", act.Org.Superior(act.Me)));
        }

        var slots = new Slots(act.Slots);
        slots.TryAdd("stage", act.Process.From(deal.Stage, 1)?.Id ?? "next");
        slots.Set("confirm", value: true);
        return await MoveStage.RunAsync(act with { Frame = act.Frame with { Intent = "move_stage", Slots = slots } }, overriding: true, cancellationToken);
    }
}
