using System.ComponentModel.DataAnnotations;
using SalesBot.Data;

namespace SalesBot.Customers;

/// <summary>The part that somebody plays in a purchase.</summary>
internal enum BuyingRole
{
    Decider,
    Influencer,
    User,
    Buyer,
    Insider,
    Opponent,
}

/// <summary>A person at a customer, with the three facts of CU-07: title, buying motive, ways to reach.</summary>
internal sealed class Contact : Record
{
    public long CustomerId { get; set; }
    public Customer Customer { get; set; } = null!;

    [MaxLength(100)]
    public string Name { get; set; } = "";

    public List<string> Aliases { get; set; } = [];

    [MaxLength(100)]
    public string? Title { get; set; }

    [MaxLength(400)]
    public string? Motive { get; set; }

    /// <summary>What they have to say in a purchase (CU-07); null until somebody says it.</summary>
    public BuyingRole? Role { get; set; }

    /// <summary>When everything that tells who it is was erased on request (CU-16); the record stays for what hangs on it.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    [MaxLength(60)]
    public string? Phone { get; set; }

    [MaxLength(200)]
    public string? Email { get; set; }
}
