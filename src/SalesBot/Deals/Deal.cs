using System.ComponentModel.DataAnnotations;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Deals;

internal enum DealStatus
{
    Open,
    Won,
    Lost,
}

/// <summary>What somebody found out about a question of yes or no.</summary>
internal enum Confirmation
{
    Yes,
    No,
}

/// <summary>An opportunity. Only customer, amount and expected close are asked for at first (FU-04); imports may lack even those.</summary>
internal sealed class Deal : Record
{
    [MaxLength(200)]
    public string Name { get; set; } = "";

    public long? CustomerId { get; set; }
    public Customer? Customer { get; set; }

    public long OwnerId { get; set; }
    public Person Owner { get; set; } = null!;

    public long? ProductId { get; set; }
    public Product? Product { get; set; }

    /// <summary>Stage id of the sales process (<c>lead</c> … <c>negotiation</c>, <c>won</c>, <c>lost</c>).</summary>
    [MaxLength(40)]
    public string Stage { get; set; } = "lead";

    public DealStatus Status { get; set; }

    /// <summary>In full units of <see cref="Currency"/>; null while nobody has said it.</summary>
    public decimal? Amount { get; set; }

    /// <summary>ISO 4217.</summary>
    [MaxLength(3)]
    public string Currency { get; set; } = "CNY";

    public DateOnly? CloseDate { get; set; }

    /// <summary>When the deal entered <see cref="Stage"/>; the stall clock (AL-01) counts from the later of this and <see cref="ParkedUntil"/>.</summary>
    public DateTimeOffset StageSince { get; set; }

    public DateTimeOffset? LastActivityAt { get; set; }

    [MaxLength(400)]
    public string? NextStep { get; set; }

    /// <summary>Day and time of the next step in the owner's zone.</summary>
    public DateOnly? NextStepOn { get; set; }
    public TimeOnly? NextStepAt { get; set; }

    /// <summary>A stalled deal is parked until this moment (the end of the named day) once reason, next step and date were given (AL-01).</summary>
    public DateTimeOffset? ParkedUntil { get; set; }

    [MaxLength(400)]
    public string? StallReason { get; set; }

    [MaxLength(400)]
    public string? LostReason { get; set; }

    /// <summary>Where it came from, in the words of who entered it (website, fair, referral …); null where nobody said.</summary>
    [MaxLength(100)]
    public string? Source { get; set; }

    /// <summary>It was entered, or assigned, as a lead (CU-08 … CU-10), not as a deal that somebody knows already.</summary>
    public bool CameAsLead { get; set; }

    /// <summary>Whether there is money for it, and whether we speak with who decides (CU-08); null until somebody asked.</summary>
    public Confirmation? Budget { get; set; }
    public Confirmation? Authority { get; set; }

    /// <summary>Amount that was last reviewed: a change of 20 % or more against it opens a review (AL-02).</summary>
    public decimal? ReviewedAmount { get; set; }

    /// <summary>True while such a review is open: the amount is shown as pending.</summary>
    public bool AmountInReview { get; set; }

    /// <summary>Frozen by a manager until the end of this day, with their reason: nothing about it is changed meanwhile (ST-12).</summary>
    public DateOnly? FrozenUntil { get; set; }

    [MaxLength(400)]
    public string? FrozenReason { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }
}
