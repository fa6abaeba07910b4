using System.ComponentModel.DataAnnotations;
using SalesBot.Customers.Tags;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Customers;

/// <summary>What a customer is in for as a whole, whatever stage its deals are in (CU-04).</summary>
internal enum Lifecycle
{
    Acquired,
    Nurtured,
    Converting,
    Delivering,
    Retained,
}

internal sealed class Customer : Record
{
    [MaxLength(200)]
    public string Name { get; set; } = "";

    [MaxLength(200)]
    public string? LegalName { get; set; }

    [MaxLength(200)]
    public string? EnglishName { get; set; }

    public List<string> Aliases { get; set; } = [];

    [MaxLength(100)]
    public string? Industry { get; set; }

    [MaxLength(100)]
    public string? Region { get; set; }

    /// <summary>Taxpayer number for invoices; one firm has one (AP-04, FU-11).</summary>
    [MaxLength(40)]
    public string? TaxId { get; set; }

    /// <summary>A, B or C (CU-01); null until somebody grades it.</summary>
    [MaxLength(1)]
    public string? Grade { get; set; }

    /// <summary>Null: in the public pool (CU-11).</summary>
    public long? OwnerId { get; set; }
    public Person? Owner { get; set; }

    /// <summary>Since when the owner has had it: the recycle countdown counts from it where the last interaction was before (CU-11). Null: from the last interaction alone.</summary>
    public DateTimeOffset? OwnedSince { get; set; }

    /// <summary>Where it stands in its life, as somebody has set it (CU-04); null: as what runs with it proposes.</summary>
    public Lifecycle? Lifecycle { get; set; }

    /// <summary>The record that has taken over everything of this one; it is shown nowhere then but as another name of that (complaint 36).</summary>
    public long? MergedIntoId { get; set; }
    public Customer? MergedInto { get; set; }

    /// <summary>Which customer sent them to us (CU-13).</summary>
    public long? ReferredById { get; set; }
    public Customer? ReferredBy { get; set; }

    /// <summary>Last interaction in either direction: follow-ups, visits, meetings (AL-03 counts from it, or from <see cref="Record.CreatedAt"/>).</summary>
    public DateTimeOffset? LastInteractionAt { get; set; }

    public List<Contact> Contacts { get; } = [];

    public List<CustomerTag> Tags { get; } = [];
}
