using System.ComponentModel.DataAnnotations;
using SalesBot.Contracts;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;

namespace SalesBot.Documents;

/// <summary>
/// A file that somebody handed in: the requirements survey of a deal, its proposal, a contract's text, the signed scan (ST-03, AP-04). When is
/// <see cref="Record.CreatedAt"/>. The bytes lie in the data folder under their hash; who may see the deal or customer may fetch them.
/// </summary>
internal sealed class Document : Record
{
    /// <summary>What it is in the process: <c>survey</c>, <c>proposal</c>, <c>quote</c>, <c>contract</c>, <c>signed_contract</c>, <c>other</c>, <c>unsorted</c>; <see cref="DocumentKinds"/>.</summary>
    [MaxLength(40)]
    public string Kind { get; set; } = "other";

    /// <summary>The file's name as it was handed in, without any path.</summary>
    [MaxLength(200)]
    public string Name { get; set; } = "";

    [MaxLength(100)]
    public string ContentType { get; set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; set; }

    /// <summary>Of the bytes, in lower-case hexadecimal.</summary>
    [MaxLength(64)]
    public string Sha256 { get; set; } = "";

    public long? DealId { get; set; }
    public Deal? Deal { get; set; }

    public long? CustomerId { get; set; }
    public Customer? Customer { get; set; }

    public long? ContractId { get; set; }
    public Contract? Contract { get; set; }

    public long UploadedById { get; set; }
    public Person UploadedBy { get; set; } = null!;
}
