using System.ComponentModel.DataAnnotations;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Approvals;

internal enum ApprovalKind
{
    Contract,
    Quote,
    AmountReview,
}

internal enum ApprovalStatus
{
    Pending,
    Approved,
    Returned,
    Refused,
    Withdrawn,
}

/// <summary>
/// A decision that somebody has to take, with its clock (AP-01 to AP-03). The first decision wins: a later one finds
/// <see cref="Status"/> no longer <see cref="ApprovalStatus.Pending"/> and is told who was first.
/// </summary>
internal sealed class Approval : Record
{
    public ApprovalKind Kind { get; set; }

    public long? ContractId { get; set; }
    public Contract? Contract { get; set; }

    public long? QuoteId { get; set; }
    public Quote? Quote { get; set; }

    public long? DealId { get; set; }
    public Deals.Deal? Deal { get; set; }

    public long SubmitterId { get; set; }
    public Person Submitter { get; set; } = null!;

    public ApprovalStatus Status { get; set; }

    public DateTimeOffset SubmittedAt { get; set; }

    /// <summary>When the SLA runs out: 48 h after submission by default (AP-02).</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it was last escalated to a head (AP-03); null while in time.</summary>
    public DateTimeOffset? EscalatedAt { get; set; }

    /// <summary>How often it was escalated: 1 the department head, 2 the next above (AP-03).</summary>
    public int Level { get; set; }

    /// <summary>Of an amount review: the amount that was last reviewed, and what it was changed to (AL-02).</summary>
    public decimal? AmountBefore { get; set; }
    public decimal? AmountAfter { get; set; }

    [MaxLength(3)]
    public string? CurrencyBefore { get; set; }

    public long? DecidedById { get; set; }
    public Person? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    [MaxLength(1000)]
    public string? Comment { get; set; }

    public List<Approver> Approvers { get; } = [];
}

/// <summary>One who may decide. The original approver may still act after an escalation added the head (AP-03).</summary>
internal sealed class Approver : Record
{
    public long ApprovalId { get; set; }
    public Approval Approval { get; set; } = null!;

    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    public bool ByEscalation { get; set; }

    /// <summary>In whose place, by delegation; both names stay in the trail.</summary>
    public long? ForId { get; set; }
    public Person? For { get; set; }

    public DateTimeOffset AddedAt { get; set; }
}
