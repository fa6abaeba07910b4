using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>What of a contract's changes is not taken back, and why: money that was booked, an invoice that it was paid on, a signature that was invoiced, a template that it was made from.</summary>
internal static class ContractStays
{
    public static async Task<Word?> WhyAsync(Act act, AuditEntry entry, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (changes.FirstOrDefault(c => c is { Record: nameof(ContractTemplate), Kind: ChangeKind.Added }) is { } uploaded)
        {
            var used = from template in act.Db.ContractTemplates from of in act.Db.Contracts where template.Key == uploaded.Key && of.Template == template.Name && of.TemplateNumber == template.Number select of.Title;
            return await used.FirstOrDefaultAsync(cancellationToken) is { } title ? new Word("Undo.template_used", title) : null;
        }

        if (changes.FirstOrDefault(c => c is { Record: nameof(ReceivedPayment), Kind: ChangeKind.Added }) is { } booked)
        {
            var payment = await act.Db.ReceivedPayments.AsNoTracking().Include(p => p.Contract).FirstOrDefaultAsync(p => p.Key == booked.Key, cancellationToken);
            return payment is null ? null : new Word("Undo.payment", new Money(payment.Amount, payment.Contract.Currency), payment.Contract.Title);
        }

        var signed = changes.FirstOrDefault(c => c.Record == nameof(Contract) && c.Fields.Any(f => f.Field == nameof(Contract.SignedOn)));
        if (signed is not null && await SignedAsync(act, entry, signed.Key, cancellationToken) is { } why)
        {
            return why;
        }

        var invoiced = changes.FirstOrDefault(c => c.Record == nameof(Contract) && c.Fields.Any(f => f.Field == nameof(Contract.InvoiceNumber)));
        var before = invoiced?.Fields.First(f => f.Field == nameof(Contract.InvoiceNumber)).Before?.Trim('"');
        if (before is not null && await act.Db.Contracts.AsNoTracking().FirstOrDefaultAsync(c => c.InvoiceNumber == before && c.Key != invoiced!.Key, cancellationToken) is { } other)
        {
            return new Word("Undo.invoice_used", before, other.Title);
        }

        var contract = invoiced is null ? null : await act.Db.Contracts.AsNoTracking().FirstOrDefaultAsync(c => c.Key == invoiced.Key, cancellationToken);
        return contract is { Paid: > 0 } ? new Word("Undo.invoice", contract.InvoiceNumber, contract.Title, new Money(contract.Paid, contract.Currency)) : null;
    }

    /// <summary>What was done on the strength of the signature. A prepayment that came before it was booked without it, and stays as well without it.</summary>
    private static async Task<Word?> SignedAsync(Act act, AuditEntry entry, string contract, CancellationToken cancellationToken)
    {
        var signed = await act.Db.Contracts.AsNoTracking().FirstOrDefaultAsync(c => c.Key == contract, cancellationToken);
        if (signed is null || signed is { InvoiceNumber: null, OrderState: OrderState.None, Paid: 0 }) return null;
        const string Sum = $"\"{nameof(Contract.Paid)}\"";
        var paidSince = signed.Paid > 0 && await act.Db.Audit.AnyAsync(a => a.Id > entry.Id && !a.Refused && a.Changes.Contains(contract) && a.Changes.Contains(Sum), cancellationToken);
        return signed switch
        {
            { InvoiceNumber: { } number } => new Word("Undo.signed_invoiced", signed.Title, number),
            { OrderState: not OrderState.None } => new Word("Undo.signed_ordered", signed.Title, signed.OrderState),
            _ => paidSince ? new Word("Undo.signed_paid", signed.Title) : null,
        };
    }
}
