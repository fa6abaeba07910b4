using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>One of the texts of a stage (ST-09) is written anew, in the language that it is typed in; the other language keeps the text that it has.</summary>
internal abstract class StageText(string id) : ProcessEdit
{
    /// <summary>Of one text, in characters.</summary>
    private const int Longest = 400;

    public override CommandSpec Spec { get; } = Editing(id, "stage", "value");

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (stage, bad) = await StageAsync(act, cancellationToken);
        var text = act.Slots.Text("value", Longest + 1)!.Trim();
        return stage is null ? (null, bad)
            : text.Length > Longest ? (null, new Word("Process.bad_text", Longest))
            : (With(before, Put(stage, text)), null);
    }

    protected abstract Stage Put(Stage stage, string text);
}

/// <summary>What is done in a stage.</summary>
internal sealed class StageActions() : StageText("stage_actions")
{
    protected override Stage Put(Stage stage, string text) => stage with { KeyActions = RenameStage.Named(stage.KeyActions, text) };
}

/// <summary>By which standard.</summary>
internal sealed class StageStandard() : StageText("stage_standard")
{
    protected override Stage Put(Stage stage, string text) => stage with { Standard = RenameStage.Named(stage.Standard, text) };
}

/// <summary>What must come out.</summary>
internal sealed class StageOutput() : StageText("stage_output")
{
    protected override Stage Put(Stage stage, string text) => stage with { Output = RenameStage.Named(stage.Output, text) };
}
