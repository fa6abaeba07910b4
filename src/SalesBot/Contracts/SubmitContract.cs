using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>Puts a deal's contract, found or made from the deal, before the head of legal (AP-01). Twice is once.</summary>
internal sealed class SubmitContract : Command
{
    public override CommandSpec Spec { get; } = new("submit_contract", Permission.SubmitApproval) { MayAsk = ["amount"], Requires = ["deal"], MayName = ["contract"], Undoable = false, TakenBackBy = "withdraw_approval", Made = "approval_id" };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (deal.Status == DealStatus.Lost)
        {
            return Act.Say(new Word("Approval.lost", deal.Name));
        }

        if (act.Slots.Text("amount") is not null && SoundAmount.Refuse(act) is { } refused)
        {
            return refused;
        }

        var contract = await FindAsync(act, deal, cancellationToken);
        var (before, withdrawn) = contract is null ? default : await SecondSubmission.OfAsync(act, act.Db.Approvals.Where(a => a.ContractId == contract.Id), a => Other(act, a.Contract!), cancellationToken);
        if (before is not null)
        {
            return before;
        }

        if (contract is { Status: ContractStatus.Signed } || (contract is { Status: ContractStatus.Approved } && Other(act, contract) is null))
        {
            return Act.Say(new Word("Contract.done", contract.Title, contract.Status));
        }

        if ((act.Slots.Number("amount") ?? contract?.Amount ?? deal.Amount) is not { } amount)
        {
            return Question.For(act, "amount");
        }

        var voided = contract is { Status: ContractStatus.Approved } ? await VoidAsync(act, contract, cancellationToken) : null;
        contract ??= Draft(act, deal);
        contract.Amount = amount;
        contract.Currency = act.Slots.Text("currency") ?? contract.Currency;
        contract.Terms = act.Slots.Text("terms") is { } said ? SaidTerms.With(contract.Terms, said, act) : contract.Terms;
        contract.Status = ContractStatus.InApproval;
        deal.LastActivityAt = act.Now;
        var reply = await OpenApproval.SubmitAsync(act, new Approval { Kind = ApprovalKind.Contract, Contract = contract, Deal = deal }, "Receipt.contract_submitted", cancellationToken);
        reply = await UseTemplate.OfferAsync(act, contract, reply, cancellationToken);
        return SecondSubmission.With(reply, voided ?? withdrawn);
    }

    /// <summary>The sum, or that terms, that are said otherwise than they are submitted or approved; null where none are.</summary>
    private static object? Other(Act act, Contract contract)
    {
        var said = new Money(act.Slots.Number("amount") ?? contract.Amount, act.Slots.Text("currency") ?? contract.Currency);
        return said != new Money(contract.Amount, contract.Currency) ? said : act.Slots.Text("terms") is { } terms && SaidTerms.With(contract.Terms, terms, act) != contract.Terms ? new Word("Approval.other_terms", Excerpt.Of(SaidTerms.Told(terms))) : null;
    }

    /// <summary>What it was approved for holds no longer.</summary>
    private static async Task<Reply?> VoidAsync(Act act, Contract contract, CancellationToken cancellationToken)
    {
        var approved = await act.Db.Approvals.Where(a => a.ContractId == contract.Id && a.Status == ApprovalStatus.Approved).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);
        return approved is null ? null : await ContentWatch.VoidAsync(act, approved, Act.Say("Approval.void"), cancellationToken);
    }

    /// <summary>The contract that was named, if it is one of this deal; else the deal's latest, an unfinished one before one that is done.</summary>
    private static Task<Contract?> FindAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        var key = act.Frame.Ref("contract");
        var title = key is null ? act.Slots.Text("contract") : null;
        return act.Db.Contracts.VisibleTo(act.Viewer).Where(c => c.DealId == deal.Id && (title == null || c.Title == title))
            .OrderByDescending(c => c.Key == key).ThenBy(c => c.Status == ContractStatus.Approved || c.Status == ContractStatus.Signed).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private static Contract Draft(Act act, Deal deal)
    {
        var contract = new Contract
        {
            Key = Keys.New('H'), Title = (act.Frame.Ref("contract") is null ? act.Slots.Text("contract") : null) ?? deal.Name, Deal = deal, CustomerId = deal.CustomerId, Customer = deal.Customer, Currency = deal.Currency, CreatedAt = act.Now,
        };
        act.Db.Contracts.Add(contract);
        return contract;
    }
}
