using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;

namespace SalesBot.Deals;

/// <summary>What this person can do with a deal now: a deal is not offered to be won, nor a contract to be submitted, while the contract waits.</summary>
internal static class DealButtons
{
    /// <summary>In the order of the work: what happened, what comes next, the decisions.</summary>
    /// <param name="waiting">The decision about the deal that is waited for, as far as the person sees it.</param>
    public static async Task<IReadOnlyList<Button>> ForAsync(Act act, Deal deal, Approval? waiting, CancellationToken cancellationToken)
    {
        var buttons = new List<Button>();
        if (deal.Status != DealStatus.Lost && act.Me.May(Permission.FollowUp))
        {
            buttons.Add(For(deal, "Button.log_followup", "log_followup"));
        }

        var contract = await ContractAsync(act, deal, cancellationToken);
        if (deal.Status == DealStatus.Open && act.Me.May(Permission.WriteSales))
        {
            buttons.AddRange(Work(act, deal, contract));
            if (act.Process.Find(deal.Stage) is { } stage && stage.Needs.Count + stage.Advises.Count > 0)
            {
                buttons.Add(For(deal, "Button.stage_checklist", "stage_checklist"));
            }

            buttons.AddRange(Leading(act, deal));
        }

        if (waiting is not null)
        {
            buttons.Add(new Button("Button.show_approval", "show_approval", new Slots { ["approval_id"] = waiting.Key }));
        }

        if (deal.Status != DealStatus.Lost && act.Me.May(Permission.SubmitApproval) && waiting is not { Kind: ApprovalKind.Contract } && Next(deal, contract) is { } next)
        {
            buttons.Add(next);
        }

        return buttons;
    }

    private static IEnumerable<Button> Work(Act act, Deal deal, Contract? contract)
    {
        yield return For(deal, "Button.set_next_step", "set_next_step");
        if (act.Process.From(deal.Stage, 1) is { } next && (next.Id != SalesProcess.Won || contract is { Status: ContractStatus.Approved or ContractStatus.Signed }))
        {
            yield return StageMove.Button(deal, next);
        }

        yield return For(deal, "Button.update_amount", "update_amount");
    }

    /// <summary>How whoever leads the owner steps in (ST-12).</summary>
    private static IEnumerable<Button> Leading(Act act, Deal deal) =>
        !act.Me.May(Permission.ManageTeam) || deal.OwnerId == act.Me.Id ? []
        : [For(deal, "Command.comment_deal", "comment_deal"), Frozen.Is(deal, act.Today) ? For(deal, "Command.unfreeze_deal", "unfreeze_deal") : For(deal, "Command.freeze_deal", "freeze_deal")];

    private static Button? Next(Deal deal, Contract? contract) => contract?.Status switch
    {
        ContractStatus.Approved => new Button("Button.sign", "sign_contract", new Slots { ["contract"] = contract.Key }, "positive"),
        ContractStatus.Signed or ContractStatus.InApproval => null,
        _ => For(deal, "Button.submit_contract", "submit_contract"),
    };

    /// <summary>The contract that is furthest on; looked for only where the ladder has come to it.</summary>
    private static async Task<Contract?> ContractAsync(Act act, Deal deal, CancellationToken cancellationToken) =>
        deal.Status == DealStatus.Lost || act.Process.From(deal.Stage, 1) is { Id: not SalesProcess.Won }
            ? null
            : await act.Db.Contracts.VisibleTo(act.Viewer).Where(c => c.DealId == deal.Id)
                .OrderByDescending(c => c.Status == ContractStatus.Signed).ThenByDescending(c => c.Status == ContractStatus.Approved).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);

    private static Button For(Deal deal, string title, string verb) => new(title, verb, new Slots { ["deal"] = deal.Key });
}
