using System.ComponentModel.DataAnnotations;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;

namespace SalesBot.Leads;

internal enum OfferState
{
    Waiting,
    Accepted,

    /// <summary>Handed back by the one it was offered to.</summary>
    Declined,

    /// <summary>Not accepted in time, so it went on.</summary>
    Lapsed,
}

/// <summary>That a lead was given to somebody, who accepts it within the time or loses it to the next (CU-09).</summary>
internal sealed class LeadOffer : Record
{
    public long DealId { get; set; }
    public Deal Deal { get; set; } = null!;

    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    public OfferState State { get; set; }

    /// <summary>Until when it is to be accepted; counted in working hours.</summary>
    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Why it was handed back.</summary>
    [MaxLength(400)]
    public string? Reason { get; set; }
}
