using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Documents;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>One thing that a stage asks for is changed: it is chosen from all that can be asked for, or said.</summary>
internal abstract class NeedEdit(string id) : ProcessEdit
{
    public override CommandSpec Spec { get; } = Editing(id, "stage", "need");

    public override Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken)
    {
        if (slot != "need" || act.Process.Find(act.Slots.Text("stage")) is not { } stage)
        {
            return base.OfferAsync(act, slot, cancellationToken);
        }

        var known = Orders.ToData(act.Frame);
        var all = StageGate.Names.Concat(DocumentKinds.Known.Where(k => k is not ("other" or "signed_contract")).SelectMany(k => new[] { "document:" + k, "review:" + k })).Union(stage.Needs, StringComparer.Ordinal);
        var buttons = all.Select(want => new Button(new Word(stage.Needs.Contains(want, StringComparer.Ordinal) ? "Process.on" : "Process.off", Gaps.Wanted(want)), Spec.Id, new Slots(known) { ["need"] = want })).ToList();
        Word text = new("Process.which_need", StageName.Of(stage.Id));
        return Task.FromResult<Reply?>(new Reply(new View("text", new { Title = new Word("Command." + id), Paragraphs = new[] { text }, Buttons = buttons }, text)));
    }

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (stage, bad) = await StageAsync(act, cancellationToken);
        var said = act.Slots.Text("need")!;
        var need = StageGate.Knows(said) ? said : StageWords.NeedIn(said) ?? said;
        return stage is null ? (null, bad)
            : !StageGate.Knows(need) ? (null, new Word("Process.bad_need", Excerpt.Of(said), StageGate.Names.Select(Gaps.Wanted).ToList()))
            : (With(before, stage with { Needs = [.. Changed(stage.Needs, need)] }), null);
    }

    /// <summary>What it asks for after this.</summary>
    protected abstract IEnumerable<string> Changed(IReadOnlyList<string> needs, string need);
}

/// <summary>It is turned on or off.</summary>
internal sealed class StageNeeds() : NeedEdit("stage_needs")
{
    protected override IEnumerable<string> Changed(IReadOnlyList<string> needs, string need) => needs.Contains(need, StringComparer.Ordinal) ? needs.Where(n => n != need) : needs.Append(need);
}

/// <summary>A stage asks for one thing more.</summary>
internal sealed class AddNeed() : NeedEdit("add_need")
{
    protected override IEnumerable<string> Changed(IReadOnlyList<string> needs, string need) => needs.Append(need).Distinct(StringComparer.Ordinal);
}

/// <summary>A stage asks for one thing less; with a paper goes its review, and with a review alone the paper stays.</summary>
internal sealed class DropNeed() : NeedEdit("drop_need")
{
    protected override IEnumerable<string> Changed(IReadOnlyList<string> needs, string need) => needs.Where(n => n != need && n != need.Replace("document:", "review:", StringComparison.Ordinal));
}
