using System.ComponentModel.DataAnnotations;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>Somebody complained about how something is decided (AP-05): a customer, or a colleague. When is <see cref="Record.CreatedAt"/>.</summary>
internal sealed class Complaint : Record
{
    public const int LongestText = 1000;

    public long ById { get; set; }
    public Person By { get; set; } = null!;

    /// <summary>About which kind of approval; null where none was named.</summary>
    public ApprovalKind? About { get; set; }

    /// <summary>The customer who complained; null for a colleague.</summary>
    public long? CustomerId { get; set; }
    public Customer? Customer { get; set; }

    [MaxLength(LongestText)]
    public string Text { get; set; } = "";
}
