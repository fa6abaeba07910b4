using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>Who answers for a stage (ST-09): a role; <c>owner</c> is nobody in particular, so whoever has the deal.</summary>
internal sealed class StageResponsible : ProcessEdit
{
    private const string Owner = "owner";

    public override CommandSpec Spec { get; } = Editing("stage_responsible", "stage", "value");

    public override Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken)
    {
        if (slot != "value" || act.Process.Find(act.Slots.Text("stage")) is not { } stage)
        {
            return base.OfferAsync(act, slot, cancellationToken);
        }

        var known = Orders.ToData(act.Frame);
        Button For(string value, object name, bool holds) => new(new Word(holds ? "Process.on" : "Process.off", name), Spec.Id, new Slots(known) { ["value"] = value });
        var buttons = Enum.GetValues<Role>().Select(role => For(role.ToString(), role, stage.Responsible == role)).Prepend(For(Owner, new Word("Process.owner"), stage.Responsible is null)).ToList();
        Word text = new("Process.which_role", StageName.Of(stage.Id));
        return Task.FromResult<Reply?>(new Reply(new View("text", new { Title = new Word("Command.stage_responsible"), Paragraphs = new[] { text }, Buttons = buttons }, text)));
    }

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (stage, bad) = await StageAsync(act, cancellationToken);
        var said = act.Slots.Text("value")!;
        var named = Enum.GetNames<Role>().Contains(said, StringComparer.OrdinalIgnoreCase) ? said : StageWords.RoleIn(said) ?? said;
        return stage is null ? (null, bad)
            : named == Owner ? (With(before, stage with { Responsible = null }), null)
            : Enum.TryParse<Role>(named.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var role) && Enum.IsDefined(role) ? (With(before, stage with { Responsible = role }), null)
            : (null, new Word("Process.bad_role", Excerpt.Of(said), Enum.GetValues<Role>().Cast<object>().ToList()));
    }
}
