using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Approvals;

internal enum ApprovalKind
{
    Contract,
    Quote,
    AmountReview,

    /// <summary>A document that a stage asks for is looked at before the deal moves on (ST-03).</summary>
    StageReview,

    /// <summary>One of those that passed by themselves, drawn to be looked at afterwards (AP-07).</summary>
    SpotCheck,

    /// <summary>Several deals that look like one that was split (GV-05).</summary>
    SplitReview,
}

internal enum ApprovalStatus
{
    Pending,
    Approved,
    Returned,
    Refused,
    Withdrawn,

    /// <summary>What was decided about, or was to be, has changed since: it needs approval again.</summary>
    Void,
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

    /// <summary>When the SLA runs out: 48 h after it came to this step, or was last escalated, by default (AP-02).</summary>
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

    /// <summary>Of a review of a document: which.</summary>
    public long? DocumentId { get; set; }
    public Documents.Document? Document { get; set; }

    /// <summary>Further records that it is about, by key: the deals of a split.</summary>
    public List<string> About { get; set; } = [];

    /// <summary>What is decided about, word for word, as canonical JSON (amount, currency, discount, terms, hash of the file): a change of it voids the decision.</summary>
    public string? Content { get; set; }

    /// <summary>SHA-256 of <see cref="Content"/>, in lower-case hexadecimal.</summary>
    [MaxLength(64)]
    public string? ContentHash { get; set; }

    /// <summary>The flow as it was when it was submitted, as JSON: later changes of the flow leave it alone.</summary>
    public string? Flow { get; set; }

    /// <summary>The step of that flow that it has reached, from 0.</summary>
    public int Step { get; set; }

    /// <summary>When the submitter last urged those who have it; once a day.</summary>
    public DateTimeOffset? UrgedAt { get; set; }

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

    /// <summary>The step of the flow that they decide in, from 0.</summary>
    public int Step { get; set; }

    /// <summary>Which other approver asked them in; null for those of the flow.</summary>
    public long? AddedById { get; set; }
    public Person? AddedBy { get; set; }

    /// <summary>Their own voice, where one alone does not decide; null until they gave it.</summary>
    public ApprovalStatus? Voice { get; set; }
    public DateTimeOffset? VoicedAt { get; set; }

    [MaxLength(1000)]
    public string? Remark { get; set; }

    /// <summary>Gave this seat to somebody else, who has it since.</summary>
    [NotMapped]
    public bool HandedOn => Voice == ApprovalStatus.Withdrawn;

    /// <summary>Has the seat of somebody who gave it away, for good; a stand-in has one only as long as the delegation runs.</summary>
    [NotMapped]
    public bool TookOver => ForId is not null && ForId == AddedById;

    /// <summary>Asked in by another approver besides those of the flow.</summary>
    [NotMapped]
    public bool IsExtra => AddedById is not null && !TookOver;

    /// <summary>Whose voice it is: a stand-in's is that of whom they stand in for.</summary>
    [NotMapped]
    public long Principal => ForId is { } other && !TookOver ? other : PersonId;
}
