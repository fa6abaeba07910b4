using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>A new stage behind another one, or before it, which nothing leaves with a gate yet; its chance is between those of its neighbours.</summary>
internal sealed class AddStage : ProcessEdit
{
    /// <summary>The slot that says that it stands before the stage that is named.</summary>
    private const string Side = "side";

    private static readonly SpokenPatterns Said = new("SalesBot.Process.process-words.txt");

    public override CommandSpec Spec { get; } = Editing("add_stage", "value", "stage");

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (stage, bad) = await StageAsync(act, cancellationToken);
        var ahead = act.Slots.ContainsKey(Side);
        if (stage is null || (stage.Id == SalesProcess.Won && !ahead))
        {
            return (null, bad ?? "Process.bad.end");
        }

        var name = act.Slots.Text("value", 41)!.Trim();
        if (RenameStage.Taken(before, "", name))
        {
            return (null, new Word("Process.name_taken", name));
        }

        var place = before.PlaceOf(stage.Id) + (ahead ? 0 : 1);
        var earlier = place == 0 ? stage : before.Stages[place - 1];
        var chance = ((place == 0 ? 0 : earlier.Probability) + before.Stages[place].Probability) / 2;
        var added = new Stage(Id(before, name), chance, earlier.StallDays, [], []) { Name = RenameStage.Named(null, name), Responsible = earlier.Responsible };
        return (before with { Stages = [.. before.Stages.Take(place), added, .. before.Stages.Skip(place)] }, null);
    }

    /// <summary>Only the order itself says the side; the reason that is asked for afterwards may hold such words too.</summary>
    protected override Act Read(Act act) => act.Said is { } said && act.Focus.Pending != Spec.Id && Said["before"].IsMatch(said)
        ? act with { Frame = act.Frame with { Slots = new Slots(act.Slots) { [Side] = "before" } } } : act;

    /// <summary>Of its name where that is in Latin letters, else by number.</summary>
    private static string Id(SalesProcess process, string name)
    {
        var own = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]).Trim('_');
        var id = StageRow.IsId(own) ? own : "stage";
        return Enumerable.Range(1, 100).Select(n => n == 1 && id != "stage" ? id : $"{id}{n}").First(one => process.Find(one) is null);
    }
}
