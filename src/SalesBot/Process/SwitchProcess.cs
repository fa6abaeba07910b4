using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>Goes over to one of the processes that ship with the service (ST-01, ST-07, ST-08).</summary>
internal sealed class SwitchProcess : ProcessEdit
{
    public override CommandSpec Spec { get; } = Editing("switch_process", "template");

    public override Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken)
    {
        var buttons = Template.All.Select(t => new Button(t.Title, Spec.Id, new Slots(Orders.ToData(act.Frame)) { ["template"] = t.Id })).ToList();
        Word text = "Process.which_template";
        return Task.FromResult<Reply?>(new Reply(new View("text", new { Title = new Word("Command.switch_process"), Paragraphs = new[] { text }, Buttons = buttons }, text)));
    }

    protected override Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken) =>
        Task.FromResult(Template.Find(act.Slots.Text("template")) is { } template ? (template.Process, (Word?)null) : (null, new Word("Process.bad.name", Excerpt.Of(act.Slots.Text("template")))));
}

/// <summary>Goes back to an earlier version, as a new one; 0 is the process that ships.</summary>
internal sealed class RestoreProcess : ProcessEdit
{
    public override CommandSpec Spec { get; } = Editing("restore_process", "version");

    protected override async Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (after, bad) = await EarlierAsync(act, cancellationToken);
        return (after, bad?.View.Text);
    }
}
