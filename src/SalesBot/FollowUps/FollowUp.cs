using System.ComponentModel.DataAnnotations;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;

namespace SalesBot.FollowUps;

/// <summary>Who was met, how, what was said and what comes next (FU-01). When it happened and when it was entered are kept apart (FU-08).</summary>
internal sealed class FollowUp : Record
{
    /// <summary>One that is entered later than this after it happened counts as filled in afterwards (FU-08).</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromHours(24);

    public long? CustomerId { get; set; }
    public Customer? Customer { get; set; }

    public long? DealId { get; set; }
    public Deal? Deal { get; set; }

    public long? ContactId { get; set; }
    public Contact? Contact { get; set; }

    /// <summary>Who was met, by name; a contact on record is linked besides.</summary>
    [MaxLength(100)]
    public string? With { get; set; }

    public long AuthorId { get; set; }
    public Person Author { get; set; } = null!;

    /// <summary>call, visit, meeting, wechat, email, demo; null where the author did not say.</summary>
    [MaxLength(20)]
    public string? Method { get; set; }

    [MaxLength(4000)]
    public string Content { get; set; } = "";

    public DateTimeOffset HappenedAt { get; set; }

    [MaxLength(400)]
    public string? NextStep { get; set; }

    public DateOnly? NextStepOn { get; set; }
    public TimeOnly? NextStepAt { get; set; }
}
