using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>Turns one thing that a stage asks for on or off; which is chosen from all that can be asked for.</summary>
internal sealed class StageNeeds : ProcessEdit
{
    public override CommandSpec Spec { get; } = Editing("stage_needs", "stage", "need");

    public override Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken)
    {
        if (slot != "need" || act.Process.Find(act.Slots.Text("stage")) is not { } stage)
        {
            return base.OfferAsync(act, slot, cancellationToken);
        }

        var known = Orders.ToData(act.Frame);
        var all = StageGate.Names.Concat(DocumentKinds.Known.Where(k => k != "other").SelectMany(k => new[] { "document:" + k, "review:" + k })).Union(stage.Needs, StringComparer.Ordinal);
        var buttons = all.Select(want => new Button(new Word(stage.Needs.Contains(want, StringComparer.Ordinal) ? "Process.on" : "Process.off", Gaps.Wanted(want)), Spec.Id, new Slots(known) { ["need"] = want })).ToList();
        Word text = new("Process.which_need", StageName.Of(stage.Id));
        return Task.FromResult<Reply?>(new Reply(new View("text", new { Title = new Word("Command.stage_needs"), Paragraphs = new[] { text }, Buttons = buttons }, text)));
    }

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (stage, bad) = await StageAsync(act, cancellationToken);
        var need = act.Slots.Text("need")!;
        return stage is null ? (null, bad)
            : !StageGate.Knows(need) ? (null, new Word("Process.bad.want", Excerpt.Of(need)))
            : (With(before, stage with { Needs = stage.Needs.Contains(need, StringComparer.Ordinal) ? [.. stage.Needs.Where(n => n != need)] : [.. stage.Needs, need] }), null);
    }
}
