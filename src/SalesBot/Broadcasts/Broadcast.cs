using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Broadcasts;

/// <summary>An emergency that everybody of somebody's line was told of at once (AL-10).</summary>
internal sealed class Broadcast : Record
{
    public const int Most = 1000;

    [MaxLength(Most)]
    public string Content { get; set; } = "";

    public long ById { get; set; }
    public Person By { get; set; } = null!;

    /// <summary>Those who had not confirmed were asked once more; null: not yet.</summary>
    public DateTimeOffset? RemindedAt { get; set; }

    public List<BroadcastCopy> Copies { get; set; } = [];
}

/// <summary>That of one person, and when they confirmed it.</summary>
[Index(nameof(BroadcastId), nameof(PersonId), IsUnique = true)]
[Index(nameof(PersonId), nameof(ConfirmedAt))]
internal sealed class BroadcastCopy : Record
{
    public long BroadcastId { get; set; }
    public Broadcast Broadcast { get; set; } = null!;

    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    public DateTimeOffset? ConfirmedAt { get; set; }
}
