using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>A change of the approval flows by an admin (AP-08, AL-04). Approvals on their way keep the flow under which they were submitted.</summary>
internal abstract class FlowEdit : DefinitionEdit<FlowBook>
{
    protected override string Name => FlowBook.Name;

    protected override string Words => "Flow";

    protected override (string Show, string Versions) Looks => ("show_flows", "flow_versions");

    protected override FlowBook Shipped => FlowBook.Standard;

    protected static CommandSpec Changing(string id) => Editing(id) with { MayAsk = ["value", "reason"] };

    protected override Act Read(Act act) => FlowPlace.Read(act);

    protected override async Task<(FlowBook Laid, int Version)> InForceAsync(Act act, CancellationToken cancellationToken)
    {
        var (book, version) = await FlowBook.LoadAsync(act.Db, cancellationToken);
        return (book, version?.Number ?? 0);
    }

    protected override string Write(FlowBook laid) => laid.ToJson();

    protected override FlowBook? Parse(string content)
    {
        try
        {
            return FlowBook.Parse(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    protected override Word? Fault(Act act, FlowBook after) => FlowFaults.Of(after, act.Org).Select(fault => new Word("Flow.fault", fault.Place, fault.Text)).FirstOrDefault();

    protected override IReadOnlyList<LaidFact> Differences(Act act, FlowBook before, FlowBook after) => FlowDifference.Of(act.Org, before, after);

    protected override async Task<object> TouchesAsync(Act act, FlowBook before, FlowBook after, CancellationToken cancellationToken)
    {
        var kinds = Enum.GetValues<ApprovalKind>().Where(kind => FlowDifference.IsOther(before, after, FlowBook.KindOf(kind))).ToList();
        var open = await act.Db.Approvals.CountAsync(a => a.Status == ApprovalStatus.Pending && kinds.Contains(a.Kind), cancellationToken);
        return new Word(open == 0 ? "Flow.touched_none" : "Flow.touched", open);
    }
}
