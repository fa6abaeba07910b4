using SalesBot.Contracts;
using SalesBot.Conversation;

namespace SalesBot.Approvals.Flows;

/// <summary>Up to which amount several may be approved in one go; 0 is never.</summary>
internal sealed class FlowBulk : FlowEdit
{
    public override CommandSpec Spec { get; } = Changing("flow_bulk");

    protected override Task<(FlowBook? After, Reply? Bad)> ChangeAsync(Act act, FlowBook before, CancellationToken cancellationToken)
    {
        var said = act.Slots.Text("value");
        var limit = said?.Trim() == "0" ? 0 : said is null ? null : PlanPart.Read(said, null)?.Sum;
        return Task.FromResult<(FlowBook?, Reply?)>(limit is { } sum ? (before with { BulkLimit = sum }, null) : (null, said is null ? Question.For(act, "value") : Question.Again(act, "value", "Flow.bad_bound_said")));
    }
}
