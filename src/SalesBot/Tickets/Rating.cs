using System.ComponentModel.DataAnnotations;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Tickets;

/// <summary>How content a customer is, as they told one of us (CU-14, CU-15): of one ticket, or at large.</summary>
internal sealed class Rating : Record
{
    public const int Best = 5;

    public long CustomerId { get; set; }
    public Customer Customer { get; set; } = null!;

    public long? TicketId { get; set; }
    public ServiceTicket? Ticket { get; set; }

    /// <summary>1 to 5, 5 is best.</summary>
    public int Score { get; set; }

    [MaxLength(1000)]
    public string? Note { get; set; }

    /// <summary>Who wrote it down.</summary>
    public long ById { get; set; }
    public Person By { get; set; } = null!;
}
