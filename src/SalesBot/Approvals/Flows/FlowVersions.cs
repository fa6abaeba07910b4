using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Approvals.Flows;

/// <summary>The versions of the approval flows.</summary>
internal sealed class FlowVersions() : VersionList(FlowBook.Name, "restore_flows", "Flow.shipped_note")
{
    public override CommandSpec Spec { get; } = new("flow_versions", Permission.Member) { Changes = false, InHelp = false };
}

/// <summary>Goes back to an earlier version of the flows, as a new one.</summary>
internal sealed class RestoreFlows : FlowEdit
{
    public override CommandSpec Spec { get; } = Editing("restore_flows", "version");

    protected override Task<(FlowBook? After, Reply? Bad)> ChangeAsync(Act act, FlowBook before, CancellationToken cancellationToken) => EarlierAsync(act, cancellationToken);
}
