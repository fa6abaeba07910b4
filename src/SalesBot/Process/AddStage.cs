using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>A new stage behind another one, which nothing leaves with a gate yet; its chance is between those of its neighbours.</summary>
internal sealed class AddStage : ProcessEdit
{
    public override CommandSpec Spec { get; } = Editing("add_stage", "value", "stage");

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (stage, bad) = await StageAsync(act, cancellationToken);
        if (stage is null or { Id: SalesProcess.Won })
        {
            return (null, bad ?? "Process.bad.end");
        }

        var name = act.Slots.Text("value", 41)!.Trim();
        if (RenameStage.Taken(before, "", name))
        {
            return (null, new Word("Process.name_taken", name));
        }

        var place = before.PlaceOf(stage.Id) + 1;
        var added = new Stage(Id(before, name), (stage.Probability + before.Stages[place].Probability) / 2, stage.StallDays, [], []) { Name = RenameStage.Named(null, name), Responsible = stage.Responsible };
        return (before with { Stages = [.. before.Stages.Take(place), added, .. before.Stages.Skip(place)] }, null);
    }

    /// <summary>Of its name where that is in Latin letters, else by number.</summary>
    private static string Id(SalesProcess process, string name)
    {
        var own = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]).Trim('_');
        var id = StageRow.IsId(own) ? own : "stage";
        return Enumerable.Range(1, 100).Select(n => n == 1 && id != "stage" ? id : $"{id}{n}").First(one => process.Find(one) is null);
    }
}
