using System.ComponentModel.DataAnnotations;
using SalesBot.Data;
using SalesBot.Deals;

namespace SalesBot.Contracts;

internal sealed class Quote : Record
{
    public long DealId { get; set; }
    public Deal Deal { get; set; } = null!;

    public decimal Amount { get; set; }

    [MaxLength(3)]
    public string Currency { get; set; } = "CNY";

    /// <summary>Factor on the list price: 0.9 is 9折, 10 % off; null when none was given.</summary>
    public decimal? Discount { get; set; }

    /// <summary>How and when it is to be paid, as it was said.</summary>
    [MaxLength(400)]
    public string? Terms { get; set; }

    public ContractStatus Status { get; set; }
}
