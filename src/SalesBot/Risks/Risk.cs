using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;

namespace SalesBot.Risks;

internal enum RiskLevel
{
    Low = 1,
    Medium,
    High,
}

internal enum RiskState
{
    Open,
    Closed,
}

/// <summary>Something that may go wrong, kept by hand with what is done if it does (AL-10); what the rules see in deals by themselves is no entry of it (AL-05).</summary>
[Index(nameof(State), nameof(ReviewOn))]
[Index(nameof(OwnerId), nameof(State))]
internal sealed class Risk : Record
{
    [MaxLength(400)]
    public string Content { get; set; } = "";

    /// <summary>What is done if it happens.</summary>
    [MaxLength(1000)]
    public string? Plan { get; set; }

    /// <summary>Who keeps an eye on it.</summary>
    public long OwnerId { get; set; }
    public Person Owner { get; set; } = null!;

    public long ReporterId { get; set; }
    public Person Reporter { get; set; } = null!;

    public long? CustomerId { get; set; }
    public Customer? Customer { get; set; }

    public long? DealId { get; set; }
    public Deal? Deal { get; set; }

    /// <summary>Null: nobody has judged it yet.</summary>
    public RiskLevel? Level { get; set; }

    /// <summary>The day on which the owner is asked to look at it again.</summary>
    public DateOnly? ReviewOn { get; set; }

    public RiskState State { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>How it came that it is none any more.</summary>
    [MaxLength(1000)]
    public string? ClosingNote { get; set; }
}
