using System.ComponentModel.DataAnnotations;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Customers.Pool;

/// <summary>How a customer came to somebody or left them.</summary>
internal enum OwnerChangeKind
{
    Assigned,
    Claimed,
    Released,
    Recycled,
}

/// <summary>That a customer changed hands (CU-11): claims of a day are counted by it, and a cool-down runs from it. When is <see cref="Record.CreatedAt"/>.</summary>
internal sealed class OwnerChange : Record
{
    public long CustomerId { get; set; }
    public Customer Customer { get; set; } = null!;

    public OwnerChangeKind Kind { get; set; }

    /// <summary>Null: it was in the pool.</summary>
    public long? FromId { get; set; }
    public Person? From { get; set; }

    /// <summary>Null: it went to the pool.</summary>
    public long? ToId { get; set; }
    public Person? To { get; set; }

    /// <summary>Null: the service itself, by its rule.</summary>
    public long? ById { get; set; }
    public Person? By { get; set; }

    [MaxLength(400)]
    public string? Reason { get; set; }
}
