namespace SalesBot.Language.Names;

internal enum NamedKind { Customer, Contact, Deal, Person, Team, Contract, Quote, Approval, Task, Product, Lead }

/// <summary>
/// Something that a message may name, with what the reader needs to tell it from others. Keys are the database's or the entities file's,
/// and unique over all kinds; a contact without a key of its own has <c>contact:</c>, its customer's key and its name.
/// </summary>
internal sealed record NamedRecord(NamedKind Kind, string Key, string Name)
{
    /// <summary>Legal name, English name, aliases, abbreviations.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Key of the customer that a contact, deal, contract, quote, task … belongs to.</summary>
    public string? Customer { get; init; }

    /// <summary>Key of the deal that a contract, quote or approval is about.</summary>
    public string? Deal { get; init; }

    public string? Owner { get; init; }

    /// <summary>Stage id of a deal (LABELS.md).</summary>
    public string? Stage { get; init; }

    /// <summary>open, won, lost; pending, approved …; open, done …; draft, in_approval, signed.</summary>
    public string? Status { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    /// <summary>The factor of a quote: 0.9 is 10 % off.</summary>
    public decimal? Discount { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>A person's role, a contact's title.</summary>
    public string? Role { get; init; }

    public string? Team { get; init; }

    /// <summary>What an approval is about: <c>contract</c>, <c>quote</c> or another kind, and the key of the contract or quote.</summary>
    public string? About { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>Nobody owns this customer: it may be claimed.</summary>
    public bool InPool { get; init; }

    public bool IsOpen => Kind switch
    {
        NamedKind.Deal => Stage is not ("won" or "lost") && Status is null or "open",
        NamedKind.Approval => Status is null or "pending",
        NamedKind.Task => Status is not ("done" or "cancelled"),
        _ => true,
    };
}
