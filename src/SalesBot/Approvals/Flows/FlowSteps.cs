using SalesBot.Conversation;

namespace SalesBot.Approvals.Flows;

/// <summary>A further step at the end of a flow, with the usual time; where an amount is said, from that on only, which is a way of its own beside the flow.</summary>
internal sealed class AddFlowStep : FlowEdit
{
    public override CommandSpec Spec { get; } = Changing("add_flow_step");

    protected override Task<(FlowBook? After, Reply? Bad)> ChangeAsync(Act act, FlowBook before, CancellationToken cancellationToken)
    {
        var (place, ask) = FlowPlace.Find(act, before, _ => true, step: false);
        return Task.FromResult<(FlowBook?, Reply?)>(
            place is null ? (null, ask)
            : FlowApprover.Said(act) is { } who ? (With(act, before, place, place.Of(before) with { Steps = [.. place.Of(before).Steps, new FlowStep(who)] }), null)
            : (null, FlowApprover.Ask(act)));
    }

    private static FlowBook With(Act act, FlowBook before, FlowPlace place, Flow longer) =>
        act.Slots.Number("amount") is { } least and > 0
            ? place.Before(before, longer with { When = (longer.When ?? new FlowCondition()) with { AmountAtLeast = least, Currency = act.Slots.Text("currency") ?? FlowBook.BulkCurrency } })
            : place.With(before, longer);
}

/// <summary>Takes one step out of a flow; the last one stays.</summary>
internal sealed class RemoveFlowStep : FlowEdit
{
    public override CommandSpec Spec { get; } = Changing("remove_flow_step");

    protected override Task<(FlowBook? After, Reply? Bad)> ChangeAsync(Act act, FlowBook before, CancellationToken cancellationToken)
    {
        var (place, ask) = FlowPlace.Find(act, before, _ => true, step: true);
        return Task.FromResult<(FlowBook?, Reply?)>(
            place is null ? (null, ask)
            : place.Of(before).Steps.Count == 1 ? (null, Act.Say("Flow.last_step"))
            : (place.With(before, place.Of(before) with { Steps = [.. place.Of(before).Steps.Where((_, i) => i != place.Step)] }), null));
    }
}
