using System.ComponentModel.DataAnnotations;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;

namespace SalesBot.Contracts;

internal enum ContractStatus
{
    Draft,
    InApproval,
    Returned,
    Refused,
    Approved,
    Signed,
}

/// <summary>How far what was ordered has come (AP-08).</summary>
internal enum OrderState
{
    None,
    Confirmed,
    InProduction,
    Shipped,
    Delivered,
    Accepted,
}

internal sealed class Contract : Record
{
    [MaxLength(200)]
    public string Title { get; set; } = "";

    public long? DealId { get; set; }
    public Deal? Deal { get; set; }

    public long? CustomerId { get; set; }
    public Customer? Customer { get; set; }

    public decimal Amount { get; set; }

    [MaxLength(3)]
    public string Currency { get; set; } = "CNY";

    [MaxLength(1000)]
    public string? Terms { get; set; }

    /// <summary>The <see cref="ContractTemplate"/> that it was made from, by name and number; null where nobody said.</summary>
    [MaxLength(ContractTemplate.LongestName)]
    public string? Template { get; set; }
    public int? TemplateNumber { get; set; }

    public ContractStatus Status { get; set; }

    public DateOnly? SignedOn { get; set; }

    /// <summary>Until it is there finance is reminded of the invoice (AP-04).</summary>
    [MaxLength(60)]
    public string? InvoiceNumber { get; set; }
    public DateOnly? InvoicedOn { get; set; }

    public OrderState OrderState { get; set; }

    /// <summary>Sum of what the customer has paid so far, in <see cref="Currency"/>.</summary>
    public decimal Paid { get; set; }

    public List<PaymentDue> Payments { get; } = [];
}
