using System.ComponentModel.DataAnnotations;

namespace SalesBot.Customers.Privacy;

/// <summary>That somebody had a customer's card shown (CU-16). Not a business record: it is neither undone nor exported, and forgotten after a while.</summary>
internal sealed class CustomerLook
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public long PersonId { get; set; }

    public long CustomerId { get; set; }

    /// <summary>The command that showed it.</summary>
    [MaxLength(40)]
    public string Command { get; set; } = "";
}
