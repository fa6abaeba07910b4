using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Asks the superior to let a deal pass its gate or skip stages (ST-04): they get the reason, what is missing, a button that makes the move in their name and one that declines.</summary>
internal sealed class RequestSkip : Command
{
    public override CommandSpec Spec { get; } = new("request_skip", Permission.WriteSales) { Requires = ["deal", "reason"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, answer) = await act.OpenDealAsync(cancellationToken);
        if (deal is null)
        {
            return answer!;
        }

        var label = act.Slots.Text("stage") ?? "next";
        if ((label == "next" ? act.Process.From(deal.Stage, 1)?.Id : await StageNames.FindAsync(act, label, cancellationToken)) is not { } stage || act.Process.Find(stage) is not { } to)
        {
            return Act.Say(StageNames.Unknown(act.Process, label));
        }

        if (act.Org.Superior(act.Me) is not { } superior)
        {
            return Act.Say("Stage.nobody_to_ask");
        }

        var gate = await StageMove.CheckAsync(act, deal, to, cancellationToken);
        return Act.Say(new Word("Stage.asked", superior, deal.Name, StageName.Of(stage))) with { Notices = [new Notice(superior, Request(act, deal, stage, gate))], Focus = act.About(deal) };
    }

    private static View Request(Act act, Deal deal, string stage, GateResult gate)
    {
        var (skips, reason) = (gate.Missing.Contains(StageMove.Skip, StringComparer.Ordinal), act.Slots.Text("reason", 400)!);
        var missing = gate.Missing.Where(m => m != StageMove.Skip).Select(Gaps.Wanted).ToList();
        Word question = new(skips ? "Stage.request" : "Stage.request_pass", act.Me, deal.Name, StageName.Of(deal.Stage), StageName.Of(stage));
        List<Fact> facts = [new("Field.Deal.Amount", DealFacts.Amount(deal)), new("Field.StageChange.Reason", reason)];
        if (missing.Count > 0)
        {
            facts.Add(new("Stage.missing", new Word("Format.Plain", missing)));
        }

        var data = new
        {
            Question = question,
            Facts = facts,
            Yes = new Button(skips ? "Button.allow_skip" : "Button.allow_pass", "override_gate", new Slots { ["deal"] = deal.Key, ["stage"] = stage, ["from"] = deal.Stage, ["reason"] = reason }, "positive"),
            Others = new[] { new Button("Button.decline_skip", "decline_skip", new Slots { ["deal"] = deal.Key, ["stage"] = stage, ["from"] = deal.Stage, ["person"] = act.Me.Key }, "destructive") },
            No = new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key }),
        };
        return new View("confirm", data, question);
    }

    private sealed record Fact(Word Label, object Value);
}
