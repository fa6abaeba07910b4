using System.ComponentModel.DataAnnotations;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Customers;

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

    /// <summary>Last interaction in either direction: follow-ups, visits, meetings (AL-03 counts from it, or from <see cref="Record.CreatedAt"/>).</summary>
    public DateTimeOffset? LastInteractionAt { get; set; }

    public List<Contact> Contacts { get; } = [];
}
