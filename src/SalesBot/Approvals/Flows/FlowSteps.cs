using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>
/// A further step of a flow, with the usual time: before or after the one that is named ("finance before legal"), else at the end. Where an amount, a discount or
/// terms of their own are said, under that condition only, which is a way of its own beside the flow.
/// </summary>
internal sealed class AddFlowStep : FlowEdit
{
    /// <summary>Slots of conditions that are said: the terms are not the customer's usual ones; something that no flow looks at.</summary>
    public const string Deviates = "flow.terms", Unknown = "flow.unknown";

    public override CommandSpec Spec { get; } = Changing("add_flow_step");

    protected override Task<(FlowBook? After, Reply? Bad)> ChangeAsync(Act act, FlowBook before, CancellationToken cancellationToken)
    {
        if (act.Slots.Text(Unknown) is not null)
        {
            return Task.FromResult<(FlowBook?, Reply?)>((null, Act.Say("Flow.no_such_condition")));
        }

        if (act.Slots.Number("discount") is not null && IsShallow(act.Said))
        {
            return Task.FromResult<(FlowBook?, Reply?)>((null, Act.Say("Flow.shallow")));
        }

        var beside = BesideStep.Of(act.Org, act.Slots.Text("value"));
        if (beside is not null && !before.Flows.Values.SelectMany(flows => flows).Any(flow => beside.At(flow) is not null))
        {
            return Task.FromResult<(FlowBook?, Reply?)>((null, Act.Say(new Word("Flow.no_such_step", Excerpt.Of(beside.Anchor)))));
        }

        var (place, ask) = FlowPlace.Find(act, before, flow => beside is null || beside.At(flow) is not null, step: false);
        return Task.FromResult<(FlowBook?, Reply?)>(
            place is null ? (null, ask)
            : FlowApprover.Said(act.Org, beside?.Who ?? act.Slots.Text("value")) is { } who ? (With(act, before, place, With(place.Of(before), new FlowStep(who), beside)), null)
            : (null, FlowApprover.Ask(act)));
    }

    private static Flow With(Flow flow, FlowStep step, BesideStep? beside)
    {
        var steps = flow.Steps.ToList();
        steps.Insert(beside?.At(flow) ?? steps.Count, step);
        return flow with { Steps = steps };
    }

    /// <summary>“折扣低于10%”, “8折以上”: the less is given away, the more would have to approve.</summary>
    private static bool IsShallow(string? said) => FlowWords.Lists.In(FlowWords.Lists.In("share_rest", said) is null ? "share_under" : "share_over", said) is not null;

    private static FlowBook With(Act act, FlowBook before, FlowPlace place, Flow longer)
    {
        var when = longer.When ?? new FlowCondition();
        if (act.Slots.Number("amount") is { } least and > 0) when = when with { AmountAtLeast = least, Currency = act.Slots.Text("currency") ?? FlowBook.BulkCurrency };
        if (act.Slots.Number("discount") is { } factor and > 0 and < 1) when = when with { DiscountDeeperThan = (1 - factor) * 100 };
        if (act.Slots.Text(Deviates) is not null) when = when with { TermsDeviate = true };
        return when == (longer.When ?? new FlowCondition()) ? place.With(before, longer) : place.Before(before, longer with { When = when });
    }
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
