using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>Refuses for good, with the reason; of an amount review, puts the reviewed amount back.</summary>
internal sealed class RejectApproval : Command
{
    public override CommandSpec Spec { get; } = new("reject", Permission.Decide) { MayAsk = ["reason"], Undoable = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => Decision.TakeAsync(act, Spec.Id, ApprovalStatus.Refused, cancellationToken);
}
