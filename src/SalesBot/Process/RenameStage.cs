using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>Gives a stage another name: that of the language it is written in; the other language keeps the name that it has.</summary>
internal sealed class RenameStage : ProcessEdit
{
    public override CommandSpec Spec { get; } = Editing("rename_stage", "stage", "value");

    /// <summary>What a stage is called after this.</summary>
    public static LocalText Named(LocalText? before, string text) =>
        text.Any(c => c > '\u2E80') ? new LocalText(before?.En == before?.Zh ? null : before?.En, text) : new LocalText(text, before?.En == before?.Zh ? null : before?.Zh);

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (stage, bad) = await StageAsync(act, cancellationToken);
        var name = act.Slots.Text("value", 41)!.Trim(' ', '"', '\u201C', '\u201D', '\u300C', '\u300D');
        return stage is null ? (null, bad)
            : Taken(before, stage.Id, name) ? (null, new Word("Process.name_taken", name))
            : (With(before, stage with { Name = Named(stage.Name, name) }), null);
    }

    /// <summary>Another stage is called so.</summary>
    public static bool Taken(SalesProcess process, string id, string name) =>
        process.Stages.Any(s => s.Id != id && new[] { s.Id, s.Name?.En, s.Name?.Zh }.Contains(name, StringComparer.OrdinalIgnoreCase));
}
