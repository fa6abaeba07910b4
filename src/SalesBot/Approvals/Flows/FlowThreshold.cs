using SalesBot.Conversation;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>From which amount, between which amounts, or beyond which discount, a flow is the one. A flow that holds always has no such bound.</summary>
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
        var said = SaidBound.Of(value, act.LocalNow);
        if (!IsOfDiscount(flow.When!, act) && said.Currency is { } other && flow.When!.Currency is { } currency && other != currency)
        {
            return Task.FromResult<(FlowBook?, Reply?)>((null, Question.Again(act, "value", new Word("Flow.other_currency", currency))));
        }

        var when = value is null ? null : Bounded(flow.When!, IsOfDiscount(flow.When!, act), said, value);
        return Task.FromResult<(FlowBook?, Reply?)>(when is null ? (null, value is null ? Question.For(act, "value") : Question.Again(act, "value", "Flow.bad_bound_said")) : (place.With(before, flow with { When = when }), null));
    }

    private static bool IsBound(Flow flow) => flow.When is { DiscountDeeperThan: not null } or { AmountAtLeast: not null } or { AmountBelow: not null };

    private static bool IsOfDiscount(FlowCondition when, Act act) => when.DiscountDeeperThan is not null && (act.Slots.Text("bound") == "discount" || when is { AmountAtLeast: null, AmountBelow: null });

    /// <summary>With the bound that was named, else the one that there is; of two sums the flow holds between them.</summary>
    private static FlowCondition? Bounded(FlowCondition when, bool discount, SaidBound said, string text)
    {
        if (discount)
        {
            return (said.Percent ?? StageFigure.Said(text)) is { } percent and > 0 and < 100 ? when with { DiscountDeeperThan = percent } : null;
        }

        var bounded = when with { Currency = when.Currency ?? said.Currency };
        return said switch
        {
            { Sum: null } => null,
            { Below: { } below } => bounded with { AmountAtLeast = said.Sum, AmountBelow = below },
            _ => when.AmountAtLeast is not null ? bounded with { AmountAtLeast = said.Sum } : bounded with { AmountBelow = said.Sum },
        };
    }
}
