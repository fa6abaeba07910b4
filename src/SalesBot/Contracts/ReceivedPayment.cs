using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Contracts;

/// <summary>Money that came in for a contract, in the contract's currency. Never changed afterwards: what puts a mistake right is booked, too.</summary>
internal sealed class ReceivedPayment : Record
{
    public long ContractId { get; set; }
    public Contract Contract { get; set; } = null!;

    public decimal Amount { get; set; }

    public DateOnly ReceivedOn { get; set; }

    public long EnteredById { get; set; }
    public Person EnteredBy { get; set; } = null!;
}
