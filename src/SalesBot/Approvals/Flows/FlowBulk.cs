using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>Up to which amount several may be approved in one go; 0 is never.</summary>
internal sealed class FlowBulk : FlowEdit
{
    public override CommandSpec Spec { get; } = Changing("flow_bulk");

    protected override Task<(FlowBook? After, Reply? Bad)> ChangeAsync(Act act, FlowBook before, CancellationToken cancellationToken)
    {
        var said = act.Slots.Text("value");
        var bound = SaidBound.Of(said, act.LocalNow);
        if (bound.Currency is { } currency && currency != FlowBook.BulkCurrency)
        {
            return Task.FromResult<(FlowBook?, Reply?)>((null, Question.Again(act, "value", new Word("Flow.other_currency", FlowBook.BulkCurrency))));
        }

        var limit = said?.Trim() == "0" ? 0 : bound.Below is null ? bound.Sum : null;
        return Task.FromResult<(FlowBook?, Reply?)>(limit is { } sum ? (before with { BulkLimit = sum }, null) : (null, said is null ? Question.For(act, "value") : Question.Again(act, "value", "Flow.bad_bound_said")));
    }
}
