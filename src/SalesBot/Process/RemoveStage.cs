using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>Takes a stage off the ladder; where its open deals go is asked.</summary>
internal sealed class RemoveStage : ProcessEdit
{
    public override CommandSpec Spec { get; } = Editing("remove_stage", "stage");

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (stage, bad) = await StageAsync(act, cancellationToken);
        return stage is null ? (null, bad) : (before with { Stages = [.. before.Stages.Where(s => s.Id != stage.Id)] }, null);
    }
}

/// <summary>Moves a stage one place up or down the ladder: <c>way</c> is <c>earlier</c> or <c>later</c>.</summary>
internal sealed class PlaceStage : ProcessEdit
{
    public override CommandSpec Spec { get; } = Editing("place_stage", "stage", "way");

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (stage, bad) = await StageAsync(act, cancellationToken);
        if (stage is null)
        {
            return (null, bad);
        }

        var place = before.PlaceOf(stage.Id) + (act.Slots.Text("way") == "earlier" ? -1 : 1);
        var others = before.Stages.Where(s => s.Id != stage.Id).ToList();
        return place < 0 || place > others.Count ? (null, new Word("Process.no_place", StageName.Of(stage.Id))) : (before with { Stages = [.. others.Take(place), stage, .. others.Skip(place)] }, null);
    }
}
