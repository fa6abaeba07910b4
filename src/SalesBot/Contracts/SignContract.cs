using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>Both sides signed an approved contract: it is archived as signed, and finance gets the invoice to do (AP-04).</summary>
internal sealed class SignContract : Command
{
    public override CommandSpec Spec { get; } = new("sign_contract", Permission.SubmitApproval) { InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (key, deal) = (act.Frame.Ref("contract"), act.Frame.Ref("deal"));
        var contract = key is null && deal is null
            ? null
            : await act.Db.Contracts.Include(c => c.Deal!.Customer).Include(c => c.Customer).VisibleTo(act.Viewer)
                .Where(c => key != null ? c.Key == key : c.Deal!.Key == deal).OrderByDescending(c => c.Status == ContractStatus.Approved).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (contract is null)
        {
            return Act.Say("Contract.which");
        }

        if (contract.Status != ContractStatus.Approved)
        {
            return Act.Say(new Word(contract.Status == ContractStatus.Signed ? "Contract.signed_already" : "Contract.not_approved", contract.Title, contract.Status));
        }

        contract.Status = ContractStatus.Signed;
        contract.SignedOn = act.Slots.Date("date") ?? act.Today;
        var finance = act.Org.With(Role.Finance).Concat(act.Org.With(Role.Admin)).FirstOrDefault();
        if (finance is not null)
        {
            act.Db.Todos.Add(new Todo
            {
                Key = Keys.New('T'), OwnerId = finance.Id, Kind = TodoKind.Invoice, Title = contract.Title, DueOn = contract.SignedOn, DealId = contract.DealId, CustomerId = contract.CustomerId, CreatedAt = act.Now,
            });
        }

        var money = new Money(contract.Amount, contract.Currency);
        var title = contract.Customer?.LegalName ?? contract.Customer?.Name ?? "";
        Button[] next = contract.Deal is { Status: DealStatus.Open } open ? [new Button("Command.win_deal", "win_deal", new Slots { ["deal"] = open.Key }, "positive")] : [];
        return act.Receipt("Receipt.contract_signed", contract.Title, null, next) with
        {
            Focus = contract.Deal is { } about ? act.About(about) with { Contract = contract.Key } : act.Focus with { Contract = contract.Key },
            Notices = finance is null ? [] : [new Notice(finance, InvoiceCard.Of(contract, new Word("Contract.invoice", contract.Title, money, title, act.Me)))],
        };
    }
}
