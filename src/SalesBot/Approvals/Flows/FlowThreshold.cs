using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Process;

namespace SalesBot.Approvals.Flows;

/// <summary>From which amount, or beyond which discount, a flow is the one. A flow that holds always has no such bound.</summary>
internal sealed class FlowThreshold : FlowEdit
{
    public override CommandSpec Spec { get; } = Changing("flow_threshold");

    protected override Task<(FlowBook? After, Reply? Bad)> ChangeAsync(Act act, FlowBook before, CancellationToken cancellationToken)
    {
        if (!before.Flows.Values.SelectMany(flows => flows).Any(IsBound))
        {
            return Task.FromResult<(FlowBook?, Reply?)>((null, Act.Say("Flow.no_bound")));
        }

        var (place, ask) = FlowPlace.Find(act, before, IsBound, step: false);
        if (place is null)
        {
            return Task.FromResult<(FlowBook?, Reply?)>((null, ask));
        }

        var (flow, value) = (place.Of(before), act.Slots.Text("value"));
        var when = Bounded(flow.When!, act.Slots.Text("bound"), value);
        return Task.FromResult<(FlowBook?, Reply?)>(when is null ? (null, value is null ? Question.For(act, "value") : Question.Again(act, "value", "Flow.bad_bound_said")) : (place.With(before, flow with { When = when }), null));
    }

    private static bool IsBound(Flow flow) => flow.When is { DiscountDeeperThan: not null } or { AmountAtLeast: not null } or { AmountBelow: not null };

    /// <summary>With the bound that was named, else the one that there is.</summary>
    private static FlowCondition? Bounded(FlowCondition when, string? bound, string? said)
    {
        var discount = when.DiscountDeeperThan is not null && (bound == "discount" || when is { AmountAtLeast: null, AmountBelow: null });
        return discount
            ? StageFigure.Said(said) is { } percent and > 0 and < 100 ? when with { DiscountDeeperThan = percent } : null
            : said is null || PlanPart.Read(said, null)?.Sum is not { } sum ? null
            : when.AmountAtLeast is not null ? when with { AmountAtLeast = sum } : when with { AmountBelow = sum };
    }
}
