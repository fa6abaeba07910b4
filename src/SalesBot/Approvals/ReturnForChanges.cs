using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>Gives a contract or quote back to be mended, with the reason; it may be submitted again.</summary>
internal sealed class ReturnForChanges : Command
{
    public override CommandSpec Spec { get; } = new("return_for_changes", Permission.Decide) { MayAsk = ["reason"], Undoable = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => Decision.TakeAsync(act, Spec.Id, ApprovalStatus.Returned, cancellationToken);
}
