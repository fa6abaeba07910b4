using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;

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

        (deal.Amount, deal.Currency) = (act.Slots.Number("amount"), act.Slots.Text("currency") ?? deal.Currency);
        var key = act.Frame.Ref("contract");
        var waiting = await act.Db.Approvals.Where(a => a.Status == ApprovalStatus.Pending && a.Contract!.DealId == deal.Id && a.Contract.Key == key).FirstOrDefaultAsync(cancellationToken);
        var voided = waiting is null ? Act.Say("Approval.void") : await ContentWatch.VoidAsync(act, waiting, Act.Say("Approval.void"), cancellationToken);
        var reply = await new SubmitContract().RunAsync(act, cancellationToken);
        return reply with { Notices = [.. voided.Notices, .. reply.Notices], Refreshes = [.. voided.Refreshes, .. reply.Refreshes] };
    }
}
