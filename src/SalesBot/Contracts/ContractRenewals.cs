using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>“快到期的合同”, "contract renewals coming up": contracts have no last day on record, which is said; those that were signed stand below, the oldest first, as they are renewed first.</summary>
internal sealed class ContractRenewals : Command
{
    public override CommandSpec Spec { get; } = new("contract_renewals", Permission.ReadSales) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var signed = ListPayments.Of(act, whose).Where(c => c.Status == ContractStatus.Signed);
        var paging = Paging.Of(act, await signed.CountAsync(cancellationToken));
        var shown = await paging.Of(signed.Include(c => c.Customer).OrderBy(c => c.SignedOn == null).ThenBy(c => c.SignedOn).ThenBy(c => c.Id)).ToListAsync(cancellationToken);
        var rows = shown.ConvertAll(c => new
        {
            Main = c.Title,
            Second = c.SignedOn is { } day ? new Word("Renewals.signed", c.Customer?.Name, day) : new Word("Renewals.undated", c.Customer?.Name),
            Value = new Money(c.Amount, c.Currency),
            Open = new Button("Button.open", "show_contract", new Language.Slots { ["contract"] = c.Key }),
        });
        return DayList.Show(paging, "Renewals.title", whose.Label, rows, "Renewals.none") with { Focus = act.Listing([.. shown.Select(c => c.Key)]) };
    }
}
