using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>The superior says no to a deal that was asked to pass its gate, and why; who asked hears it. The deal stays where it is.</summary>
internal sealed class DeclineSkip : Command
{
    public override CommandSpec Spec { get; } = new("decline_skip", Permission.ManageTeam) { Requires = ["deal", "reason"], Undoable = false, InHelp = false };

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

        if (act.Slots.Text("from") is { } from && from != deal.Stage)
        {
            return Act.Say(new Word("Stage.already", deal.Name, StageName.Of(deal.Stage), deal.StageSince)) with { Focus = act.About(deal) };
        }

        var (asker, stage) = (act.Org.Find(act.Frame.Ref("person")) ?? act.Org.Find(deal.OwnerId), act.Slots.Text("stage") ?? deal.Stage);
        Word told = new("Stage.was_declined", act.Me, deal.Name, StageName.Of(stage), act.Slots.Text("reason", 400)!);
        Button[] next = [new("Button.stage_checklist", "stage_checklist", new Slots { ["deal"] = deal.Key })];
        return Act.Say(new Word("Stage.declined", deal.Name, StageName.Of(deal.Stage), asker)) with
        {
            Notices = asker is { Active: true } && asker.Id != act.Me.Id ? [new Notice(asker, new View("text", new { Title = (Word?)null, Paragraphs = new[] { told }, Buttons = next }, told))] : [],
            Focus = act.About(deal),
        };
    }
}
