using SalesBot.Conversation;
using SalesBot.Documents;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>
/// What finance needs to issue a contract's invoice, with a field for its number (AP-04). Kept up to date under <c>invoice:KEY</c> wherever it was sent.
/// The contract's customer must be loaded.
/// </summary>
internal static class InvoiceCard
{
    /// <summary>As anybody reads it: with the field while the number is missing, with the number once it is there.</summary>
    /// <param name="text">The notification, and the first line where it is more than the title.</param>
    /// <param name="scans">What was signed, to be opened.</param>
    public static View Of(Contract contract, Word? text = null, IReadOnlyList<Document>? scans = null)
    {
        var open = contract.InvoiceNumber is null;
        Word title = new(open ? "Invoice.title" : "Invoice.title_done", contract.Title);
        var data = new
        {
            Title = title,
            Note = text,
            Facts = Facts(contract).ToList(),
            Open = open,
            Buttons = (open ? [new Button("Button.record_invoice", "record_invoice", new Slots { ["contract"] = contract.Key }, "positive")] : Array.Empty<Button>())
                .Concat((scans ?? []).Select(scan => new Button("Button.open_document", "open_document", new Slots { ["document"] = scan.Key }))).ToList(),
        };
        return new View("invoice", data, text ?? title, Subject(contract));
    }

    public static Refresh Refresh(Contract contract) => new(Subject(contract), _ => Of(contract));

    private static string Subject(Contract contract) => "invoice:" + contract.Key;

    private static IEnumerable<Line> Facts(Contract contract)
    {
        yield return new("Invoice.amount", new Money(contract.Amount, contract.Currency));
        yield return new("Invoice.to", contract.Customer?.LegalName ?? contract.Customer?.Name ?? (object)new Word("Format.Unknown"));
        yield return new("Customer.field.tax_id", contract.Customer?.TaxId ?? (object)new Word("Invoice.no_tax_id"));
        if (contract.SignedOn is { } signed)
        {
            yield return new("Field.Contract.SignedOn", signed);
        }

        if (contract.InvoiceNumber is { } number)
        {
            yield return new("Field.Contract.InvoiceNumber", number);
            yield return new("Field.Contract.InvoicedOn", contract.InvoicedOn);
        }
    }

    private sealed record Line(Word Label, object? Value);
}
