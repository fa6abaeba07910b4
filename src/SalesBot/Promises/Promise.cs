using System.ComponentModel.DataAnnotations;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.People;

namespace SalesBot.Promises;

internal enum PromiseSide
{
    /// <summary>We promised it to the customer.</summary>
    Ours,

    /// <summary>The customer promised it to us.</summary>
    Theirs,
}

internal enum PromiseState
{
    Open,
    Kept,
    Broken,

    /// <summary>It is not wanted any more: counts neither way.</summary>
    Dropped,
}

/// <summary>What was promised between a customer and us, until when, and what became of it (idea 3).</summary>
internal sealed class Promise : Record
{
    public long CustomerId { get; set; }
    public Customer Customer { get; set; } = null!;

    public long? DealId { get; set; }
    public Deal? Deal { get; set; }

    /// <summary>The follow-up that it was read from; null where it was said outright.</summary>
    public long? FollowUpId { get; set; }
    public FollowUp? FollowUp { get; set; }

    /// <summary>Which of us has to see to it.</summary>
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    public PromiseSide Side { get; set; }
    public PromiseState State { get; set; }

    [MaxLength(400)]
    public string Content { get; set; } = "";

    /// <summary>Null: no day was said.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The day that was promised first, once it was put off.</summary>
    public DateOnly? FirstDueOn { get; set; }

    /// <summary>How often it was put off.</summary>
    public int Moved { get; set; }

    public DateTimeOffset? SettledAt { get; set; }
}
