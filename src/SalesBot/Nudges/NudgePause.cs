using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>No nudge is sent to anybody from <see cref="Record.CreatedAt"/> until it ends (AL-10); what is found meanwhile waits.</summary>
internal sealed class NudgePause : Record
{
    public DateTimeOffset Until { get; set; }

    [MaxLength(400)]
    public string Reason { get; set; } = "";

    public long ById { get; set; }
    public Person By { get; set; } = null!;

    /// <summary>When it was ended before its time.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public static Task<bool> IsOnAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.NudgePauses.AnyAsync(p => p.CreatedAt <= now && p.Until > now && p.EndedAt == null, cancellationToken);
}
