using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>How what is handed in at a stage is looked at (ST-03, AP-07): beforehand, in samples afterwards, or not at all.</summary>
internal sealed class StageReviewMode : ProcessEdit
{
    public override CommandSpec Spec { get; } = Editing("stage_review", "stage", "mode");

    public override Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken)
    {
        if (slot != "mode" || act.Process.Find(act.Slots.Text("stage")) is not { } stage)
        {
            return base.OfferAsync(act, slot, cancellationToken);
        }

        var known = Orders.ToData(act.Frame);
        var buttons = Enum.GetValues<ReviewMode>().Select(mode => new Button(new Word(stage.Review == mode ? "Process.on" : "Process.off", mode), Spec.Id, new Slots(known) { ["mode"] = mode.ToString() })).ToList();
        Word text = new("Process.which_review", StageName.Of(stage.Id));
        return Task.FromResult<Reply?>(new Reply(new View("text", new { Title = new Word("Command.stage_review"), Paragraphs = new[] { text }, Buttons = buttons }, text)));
    }

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (stage, bad) = await StageAsync(act, cancellationToken);
        var said = act.Slots.Text("mode")!;
        var named = StageWords.ReviewIn(said) ?? said;
        return stage is null ? (null, bad)
            : Enum.TryParse<ReviewMode>(named.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? (With(before, stage with { Review = mode }), null)
            : (null, new Word("Process.bad.name", Excerpt.Of(said)));
    }
}
