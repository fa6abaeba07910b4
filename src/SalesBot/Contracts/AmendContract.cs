using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>Gives a deal and its contract another amount and puts the contract before its approvers again: what was approved of it, or was waiting, is void (AP-10).</summary>
internal sealed class AmendContract : Command
{
    public override CommandSpec Spec { get; } = new("amend_contract", Permission.SubmitApproval)
    {
        Requires = ["deal", "amount"], InHelp = false, Undoable = false, TakenBackBy = "withdraw_approval", Made = "approval_id",
    };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (deal, answer) = await act.OpenDealAsync(cancellationToken);
        if (deal is null)
        {
            return answer!;
        }

        if (SoundAmount.Refuse(act) is { } refused)
        {
            return refused;
        }

        var asked = new Money(act.Slots.Number("amount"), act.Slots.Text("currency") ?? deal.Currency);
        var key = act.Frame.Ref("contract");
        var contract = await act.Db.Contracts.VisibleTo(act.Viewer).FirstOrDefaultAsync(c => c.DealId == deal.Id && c.Key == key, cancellationToken);
        if (contract is null or { Status: ContractStatus.Signed })
        {
            return Act.Say(contract is null ? "NotFound.gone" : new Word("Contract.done", contract.Title, contract.Status));
        }

        var open = act.Db.Approvals.Where(a => a.Status == ApprovalStatus.Pending && a.ContractId == contract.Id);
        if (asked == new Money(contract.Amount, contract.Currency) && await OpenApproval.AlreadyAsync(act, open, cancellationToken) is { } already)
        {
            return already;
        }

        (deal.Amount, deal.Currency) = (asked.Amount, asked.Currency);
        var waiting = await open.FirstOrDefaultAsync(cancellationToken);
        var voided = waiting is null ? Act.Say("Approval.void") : await ContentWatch.VoidAsync(act, waiting, Act.Say("Approval.void"), cancellationToken);
        var reply = await new SubmitContract().RunAsync(act, cancellationToken);
        return reply with { Notices = [.. voided.Notices, .. reply.Notices], Refreshes = [.. voided.Refreshes, .. reply.Refreshes] };
    }
}
