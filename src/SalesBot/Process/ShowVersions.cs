using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Process;

/// <summary>The versions of the sales process.</summary>
internal sealed class ShowVersions() : VersionList(SalesProcess.Name, "restore_process", "Process.template.default")
{
    public override CommandSpec Spec { get; } = new("process_versions", Permission.ReadSales) { Changes = false, InHelp = false };
}
