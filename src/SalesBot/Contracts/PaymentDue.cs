using SalesBot.Data;

namespace SalesBot.Contracts;

/// <summary>One line of a contract's payment plan; <see cref="PaidOn"/> null and <see cref="DueOn"/> past means overdue (AL-09).</summary>
internal sealed class PaymentDue : Record
{
    public long ContractId { get; set; }
    public Contract Contract { get; set; } = null!;

    public decimal Amount { get; set; }
    public DateOnly DueOn { get; set; }
    public DateOnly? PaidOn { get; set; }
}
