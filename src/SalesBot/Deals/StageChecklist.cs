using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>What a deal's stage asks for, ticked where a record of it is there, with a button for each gap (ST-05).</summary>
internal sealed class StageChecklist : Command
{
    public override CommandSpec Spec { get; } = new("stage_checklist", Permission.ReadSales) { Requires = ["deal"], Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (act.Process.Find(deal.Stage) is not { } stage)
        {
            return Act.Say(new Word("Checklist.none", deal.Name, StageName.Of(deal.Stage))) with { Focus = act.About(deal) };
        }

        var gate = await StageGate.CheckAsync(act.Db, deal, stage.Needs, cancellationToken);
        var advised = await StageGate.CheckAsync(act.Db, deal, stage.Advises.Except(stage.Needs, StringComparer.Ordinal), cancellationToken);
        List<string> missing = [.. gate.Missing, .. advised.Missing];
        var waiting = await InReview.OfAsync(act, deal, missing, cancellationToken);
        var items = new List<Item>();
        foreach (var want in stage.Needs.Concat(stage.Advises).Distinct(StringComparer.Ordinal))
        {
            var ticked = gate.Passed.Concat(advised.Passed).Contains(want, StringComparer.Ordinal);
            items.Add(new Item(ticked ? "✓" : "○", Gaps.Wanted(want), ticked ? await GateRecord.OfAsync(act, deal, want, cancellationToken) : waiting.Said(want) ?? new Word(stage.Needs.Contains(want, StringComparer.Ordinal) ? "Checklist.needed" : "Checklist.advised")));
        }

        Word title = new("Checklist.title", deal.Name, StageName.Of(stage.Id));
        Word standing = items.Count == 0 ? new("Process.needs_nothing") : new("Checklist.standing", items.Count(i => i.Mark == "✓"), items.Count);
        var data = new { Title = title, Standing = standing, Items = items, Buttons = Buttons(act, deal, stage, [.. act.Me.May(Permission.WriteSales) ? Gaps.All(act, deal, missing, waiting) : []], gate.Missing.Count == 0) };
        return new Reply(new View("checklist", data, new Word("Process.text", title, standing))) { Focus = act.About(deal) };
    }

    private static List<Button> Buttons(Act act, Deal deal, Stage stage, List<Button> buttons, bool open)
    {
        if (act.Me.May(Permission.WriteSales))
        {
            buttons.AddRange(open && deal.Status == DealStatus.Open && act.Process.From(stage.Id, 1) is { } next ? [StageMove.Button(deal, next)] : []);
        }

        buttons.Add(new Button("Button.stage_explained", "show_process", new Slots { ["stage"] = stage.Id }));
        return buttons;
    }

    private sealed record Item(string Mark, Word Label, Word? Detail);
}
