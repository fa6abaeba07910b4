using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>How many of those asked in a step have to approve: one, all, more than half.</summary>
internal sealed class FlowModes : FlowEdit
{
    public override CommandSpec Spec { get; } = Changing("flow_mode");

    protected override Task<(FlowBook? After, Reply? Bad)> ChangeAsync(Act act, FlowBook before, CancellationToken cancellationToken)
    {
        var (place, ask) = FlowPlace.Find(act, before, _ => true, step: true);
        return Task.FromResult<(FlowBook?, Reply?)>(
            place is null ? (null, ask)
            : Enum.TryParse<FlowMode>(FlowWords.Lists.In("mode", act.Slots.Text("value")), ignoreCase: true, out var mode) ? (place.With(before, place.Of(before).Steps[place.Step] with { Mode = mode }), null)
            : (null, FlowPlace.Ask(act, new Word("Ask.flow_mode.value"), Enum.GetValues<FlowMode>().Select(one => (new Word("Flow.mode." + one), "value", one.ToString())))));
    }
}
