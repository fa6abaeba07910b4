using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>“上个月开了哪些发票”, "which invoices are not paid": the invoices of signed contracts with what is still open of each; asked for none of these, also the contracts that have none yet.</summary>
internal sealed class ListInvoices : Command
{
    /// <summary>What a saying asks for beside the people: <c>unpaid</c>, or <c>missing</c>, of which none is issued yet.</summary>
    private const string Unpaid = "unpaid", Missing = "missing";

    private static readonly SpokenLists Lists = new("SalesBot.Contracts.invoice-words.txt");

    public override CommandSpec Spec { get; } = new("list_invoices", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        if (act.Frame.Ref("customer") is null && act.Slots.Text("customer") is { } name)
        {
            return Question.NotFound(act, "customer", name);
        }

        if (act.Slots.Text("status") is null && !act.Pressed && Lists.In("which", act.Said) is { } which)
        {
            act.Slots["status"] = which;
        }

        var status = act.Slots.Text("status");
        var deal = act.Frame.Ref("deal");
        var contracts = ListPayments.Of(act, whose).Where(c => c.Status == ContractStatus.Signed && (deal == null || c.Deal!.Key == deal));
        var slot = act.Slots.Text("period");
        var period = Period.Read(slot, act.Today);
        contracts = (status, period) switch
        {
            (Missing, _) => contracts.Where(c => c.InvoiceNumber == null),
            (Unpaid, null) => contracts.Where(c => c.InvoiceNumber != null && c.Paid < c.Amount),
            (Unpaid, { } days) => contracts.Where(c => c.InvoiceNumber != null && c.Paid < c.Amount && c.InvoicedOn >= days.From && c.InvoicedOn <= days.To),
            (_, { } days) => contracts.Where(c => c.InvoiceNumber != null && c.InvoicedOn >= days.From && c.InvoicedOn <= days.To),
            _ => contracts,
        };
        var count = await contracts.CountAsync(cancellationToken);
        var paging = Paging.Of(act, count);
        var shown = await paging.Of(contracts.OrderBy(c => c.InvoiceNumber == null).ThenByDescending(c => c.InvoicedOn).ThenByDescending(c => c.Id)).Include(c => c.Customer).ToListAsync(cancellationToken);
        object label = period is null ? whose.Label : new Word("Format.Dot", whose.Label, PeriodName.Of(period, slot));
        Word title = new(status switch { Missing => "Invoices.missing", Unpaid => "Invoices.unpaid", _ => "Invoices.title" });
        return DayList.Show(paging, title, label, shown.ConvertAll(Row), "Invoices.none") with { Focus = act.Listing([.. shown.Select(c => c.Key)]) with { Contract = shown is [var one] ? one.Key : act.Focus.Contract } };
    }

    private static object Row(Contract contract)
    {
        var open = new Money(contract.Amount - contract.Paid, contract.Currency);
        Word second = contract.InvoiceNumber is not { } number ? new("Invoices.row.none", contract.Customer?.Name ?? "")
            : contract.Paid >= contract.Amount ? new("Invoices.row.paid", contract.Customer?.Name ?? "", number, contract.InvoicedOn)
            : new("Invoices.row.open", contract.Customer?.Name ?? "", number, contract.InvoicedOn, open);
        return new
        {
            Main = contract.Title,
            Second = second,
            Value = new Money(contract.Amount, contract.Currency),
            Open = new Button("Button.open", "show_contract", new Slots { ["contract"] = contract.Key }),
        };
    }
}
