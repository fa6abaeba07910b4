using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>What of a contract's changes is not taken back, and why: money that was booked, an invoice that it was paid on, a signature that was invoiced, a template that it was made from.</summary>
internal static class ContractStays
{
    public static async Task<Word?> WhyAsync(Act act, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
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
        if (signed is not null && await act.Db.Contracts.AsNoTracking().FirstOrDefaultAsync(c => c.Key == signed.Key && (c.InvoiceNumber != null || c.Paid > 0 || c.OrderState != OrderState.None), cancellationToken) is { } sent)
        {
            return new Word("Undo.signed", sent.Title);
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
}
