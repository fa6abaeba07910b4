using System.ComponentModel.DataAnnotations;
using SalesBot.Contracts;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;

namespace SalesBot.Tasks;

/// <summary>Why a to-do exists; a nudge's task is cleared by what the rule asks, not by ticking alone.</summary>
internal enum TodoKind
{
    Own,
    NextStep,
    WakeUp,
    Review,
    Invoice,

    /// <summary>To ask a customer for the next order (ST-13).</summary>
    Reorder,

    /// <summary>What a new deal still lacks (FU-04).</summary>
    Complete,
}

/// <summary>Something a person has to do by a day, or by a moment of that day, in their own zone.</summary>
internal sealed class Todo : Record
{
    public long OwnerId { get; set; }
    public Person Owner { get; set; } = null!;

    public TodoKind Kind { get; set; }

    /// <summary>What is to be done, in its author's words; which <see cref="TaskTitle"/> says in full; empty is "follow up with" the customer or deal.</summary>
    [MaxLength(400)]
    public string Title { get; set; } = "";

    public DateOnly? DueOn { get; set; }
    public TimeOnly? DueAt { get; set; }

    public long? CustomerId { get; set; }
    public Customer? Customer { get; set; }

    public long? DealId { get; set; }
    public Deal? Deal { get; set; }

    /// <summary>Of an invoice that is to be issued: for which contract.</summary>
    public long? ContractId { get; set; }
    public Contract? Contract { get; set; }

    /// <summary><c>daily</c>, <c>weekly</c> or <c>monthly</c>: the next one is made when this one is done.</summary>
    [MaxLength(10)]
    public string? Repeats { get; set; }

    public bool Urgent { get; set; }

    /// <summary>Minutes before its time that the owner asked to be told; null is what the rules say of it.</summary>
    public int? RemindMinutes { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    [MaxLength(400)]
    public string? Outcome { get; set; }
}
