using SalesBot.Conversation;
using SalesBot.Process;

namespace SalesBot.Approvals.Flows;

/// <summary>Until when a step has to be decided, in hours (AP-02).</summary>
internal sealed class FlowHours : FlowEdit
{
    public override CommandSpec Spec { get; } = Changing("flow_hours");

    protected override Task<(FlowBook? After, Reply? Bad)> ChangeAsync(Act act, FlowBook before, CancellationToken cancellationToken)
    {
        var (place, ask) = FlowPlace.Find(act, before, _ => true, step: true);
        var hours = StageFigure.Said(act.Slots.Text("value"));
        return Task.FromResult<(FlowBook?, Reply?)>(place is null ? (null, ask) : hours is null ? (null, Question.For(act, "value")) : (place.With(before, place.Of(before).Steps[place.Step] with { Hours = hours.Value }), null));
    }
}
