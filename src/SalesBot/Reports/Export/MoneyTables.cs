using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Reports.Export;

/// <summary>Contracts, what is to come in for them, and what came in.</summary>
internal static class MoneyTables
{
    /// <summary>Days are those of the signature.</summary>
    public static (ExportTable? Table, Word? Bad) Contracts(Act act)
    {
        var (scope, bad) = ExportScope.Of(act);
        if (scope is null)
        {
            return (null, bad);
        }

        var contracts = ListPayments.Of(act, scope.Whose);
        if (scope.Period is { } period)
        {
            contracts = contracts.Where(c => c.SignedOn >= period.From && c.SignedOn <= period.To);
        }

        if (Enum.TryParse<ContractStatus>(act.Slots.Text("status"), ignoreCase: true, out var status))
        {
            contracts = contracts.Where(c => c.Status == status);
        }

        return (ExportTable.Of(
            contracts.AsNoTracking().Include(c => c.Customer).Include(c => c.Deal).OrderBy(c => c.Id), scope.Said,
            ("Column.id", c => c.Key),
            ("Column.contract", c => c.Title),
            ("Column.customer", c => c.Customer?.Name),
            ("Column.deal", c => c.Deal?.Name),
            ("Column.owner", c => act.Org.Find(c.Deal?.OwnerId)),
            ("Column.status", c => c.Status),
            ("Column.amount", c => c.Amount),
            ("Column.paid", c => c.Paid),
            ("Column.currency", c => c.Currency),
            ("Column.signed_on", c => c.SignedOn),
            ("Column.order", c => c.OrderState),
            ("Column.invoice", c => c.InvoiceNumber),
            ("Column.invoiced_on", c => c.InvoicedOn),
            ("Column.terms", c => c.Terms),
            ("Column.created_at", c => c.CreatedAt)), null);
    }

    /// <summary>The payment plan by the day due; with the status <c>paid</c> what came in, by its day.</summary>
    public static (ExportTable? Table, Word? Bad) Payments(Act act)
    {
        var (scope, bad) = ExportScope.Of(act);
        return scope is null ? (null, bad) : (act.Slots.Text("status") == "paid" ? Received(act, scope) : Planned(act, scope), null);
    }

    private static ExportTable Received(Act act, ExportScope scope)
    {
        var contracts = ListPayments.Of(act, scope.Whose);
        var received = act.Db.ReceivedPayments.AsNoTracking().Where(p => contracts.Any(c => c.Id == p.ContractId));
        if (scope.Period is { } period)
        {
            received = received.Where(p => p.ReceivedOn >= period.From && p.ReceivedOn <= period.To);
        }

        return ExportTable.Of(
            received.Include(p => p.Contract.Customer).Include(p => p.Contract.Deal).OrderBy(p => p.ReceivedOn).ThenBy(p => p.Id), scope.Said,
            ("Column.id", p => p.Key),
            ("Column.contract", p => p.Contract.Title),
            ("Column.customer", p => p.Contract.Customer?.Name),
            ("Column.owner", p => act.Org.Find(p.Contract.Deal?.OwnerId)),
            ("Column.received_on", p => p.ReceivedOn),
            ("Column.amount", p => p.Amount),
            ("Column.currency", p => p.Contract.Currency));
    }

    private static ExportTable Planned(Act act, ExportScope scope)
    {
        var contracts = ListPayments.Of(act, scope.Whose);
        var lines = act.Db.Payments.AsNoTracking().Where(p => contracts.Any(c => c.Id == p.ContractId));
        if (scope.Period is { } period)
        {
            lines = lines.Where(p => p.DueOn >= period.From && p.DueOn <= period.To);
        }

        var today = act.Today;
        lines = act.Slots.Text("status") switch
        {
            "overdue" => lines.Where(p => p.PaidOn == null && p.DueOn < today),
            "outstanding" => lines.Where(p => p.PaidOn == null),
            _ => lines,
        };
        return ExportTable.Of(
            lines.Include(p => p.Contract.Customer).Include(p => p.Contract.Deal).OrderBy(p => p.DueOn).ThenBy(p => p.Id), scope.Said,
            ("Column.id", p => p.Key),
            ("Column.contract", p => p.Contract.Title),
            ("Column.customer", p => p.Contract.Customer?.Name),
            ("Column.owner", p => act.Org.Find(p.Contract.Deal?.OwnerId)),
            ("Column.due", p => p.DueOn),
            ("Column.amount", p => p.Amount),
            ("Column.currency", p => p.Contract.Currency),
            ("Column.paid_on", p => p.PaidOn),
            ("Column.days_late", p => p.PaidOn is null && p.DueOn < today ? today.DayNumber - p.DueOn.DayNumber : null));
    }
}
