using System.ComponentModel.DataAnnotations;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Tickets;

internal enum TicketState
{
    Open,
    Closed,
}

internal enum TicketKind
{
    Request,
    Repair,
    Fault,
    Complaint,
    Question,
}

/// <summary>Something that does not work at a customer's, from report to closing note (CU-14).</summary>
internal sealed class ServiceTicket : Record
{
    public long CustomerId { get; set; }
    public Customer Customer { get; set; } = null!;

    [MaxLength(2000)]
    public string Content { get; set; } = "";

    [MaxLength(200)]
    public string? Product { get; set; }

    public bool Urgent { get; set; }

    public TicketState State { get; set; }

    public long ReporterId { get; set; }
    public Person Reporter { get; set; } = null!;

    /// <summary>Who takes care of it; null while there is nobody in customer success.</summary>
    public long? AssigneeId { get; set; }
    public Person? Assignee { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    [MaxLength(1000)]
    public string? ClosingNote { get; set; }

    public TicketKind Kind { get; set; }

    /// <summary>How it stands while it is open, as it was last said: what is waited for.</summary>
    [MaxLength(1000)]
    public string? Remark { get; set; }

    /// <summary>How often it was opened again, as what was done did not help.</summary>
    public int Reopened { get; set; }
}
