using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>Approves what waits for one's decision; of an amount review, takes the new amount as reviewed.</summary>
internal sealed class Approve : Command
{
    public override CommandSpec Spec { get; } = new("approve", Permission.Decide) { Undoable = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var reply = await Decision.TakeAsync(act, Spec.Id, ApprovalStatus.Approved, cancellationToken);
        return act.Slots.Flag("again") == true ? await Reapproval.OfAsync(act, reply, cancellationToken) : reply;
    }
}
