using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.People;

namespace SalesBot.Contracts;

/// <summary>The card of one contract: how far its order has come, its invoice, its payment plan and what came in; of one that waits for approval, that.</summary>
internal sealed class ShowContract : Command
{
    public override CommandSpec Spec { get; } = new("show_contract", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (contract, ask) = await MeantContract.FindAsync(act, c => c.Status == ContractStatus.Signed, cancellationToken);
        if (contract is null)
        {
            return ask!;
        }

        var waits = await act.Db.Approvals.VisibleTo(act.Viewer).Where(a => a.ContractId == contract.Id && a.Status == ApprovalStatus.Pending).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);
        return waits is null ? ContractCard.Reply(act, contract) : await ShowApproval.OfAsync(act, waits, cancellationToken);
    }
}
