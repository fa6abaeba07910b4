using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Asks the superior to let a deal skip stages (ST-04): they get the reason and a button that makes the move in their name.</summary>
internal sealed class RequestSkip : Command
{
    public override CommandSpec Spec { get; } = new("request_skip", Permission.WriteSales) { Requires = ["deal", "stage", "reason"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, answer) = await act.OpenDealAsync(cancellationToken);
        if (deal is null)
        {
            return answer!;
        }

        if (await StageNames.FindAsync(act.Db, act.Slots.Text("stage")!, cancellationToken) is not { } stage)
        {
            return Act.Say(StageNames.Unknown(act.Slots.Text("stage")!));
        }

        if (act.Org.Superior(act.Me) is not { } superior)
        {
            return Act.Say("Stage.nobody_to_ask");
        }

        var reason = act.Slots.Text("reason", 400)!;
        return Act.Say(new Word("Stage.asked", superior)) with { Notices = [new Notice(superior, Request(act, deal, stage, reason))], Focus = act.About(deal) };
    }

    private static View Request(Act act, Deal deal, string stage, string reason)
    {
        Word question = new("Stage.request", act.Me, deal.Name, new Word("Stage." + deal.Stage), new Word("Stage." + stage));
        var data = new
        {
            Question = question,
            Facts = new[] { new { Label = new Word("Field.Deal.Amount"), Value = (object)DealFacts.Amount(deal) }, new { Label = new Word("Field.StageChange.Reason"), Value = (object)reason } },
            Yes = new Button("Button.allow_skip", "move_stage", new Slots { ["deal"] = deal.Key, ["stage"] = stage, ["from"] = deal.Stage, ["reason"] = reason }, "positive"),
            Others = Array.Empty<Button>(),
            No = new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key }),
        };
        return new View("confirm", data, question);
    }
}
