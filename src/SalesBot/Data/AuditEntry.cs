using System.ComponentModel.DataAnnotations;
using SalesBot.People;

namespace SalesBot.Data;

/// <summary>
/// One act: who changed what, when, by which command, from what to what. <see cref="Changes"/> holds its own inverse, so that it can be undone
/// until <see cref="UndoUntil"/>, which is fixed at the moment of the act (DESIGN.md 2, rule 1).
/// </summary>
internal sealed class AuditEntry
{
    public long Id { get; set; }

    [MaxLength(64)]
    public string Key { get; set; } = "";

    public DateTimeOffset At { get; set; }

    /// <summary>Null: the service itself (a scan, a clock).</summary>
    public long? PersonId { get; set; }
    public Person? Person { get; set; }

    [MaxLength(60)]
    public string Command { get; set; } = "";

    /// <summary>The <see cref="Change"/>s as JSON; empty for a refusal.</summary>
    public string Changes { get; set; } = "[]";

    /// <summary>Keys of those who were told of it; whoever was told of an act is told that it was undone.</summary>
    public List<string> Told { get; set; } = [];

    /// <summary>True: somebody tried what they may not do; nothing was changed.</summary>
    public bool Refused { get; set; }

    /// <summary>Null: this kind of act cannot be undone.</summary>
    public DateTimeOffset? UndoUntil { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Its place in the chain of sealed entries, from 1; null until it is sealed, soon after it was written.</summary>
    public long? Seal { get; set; }

    /// <summary>SHA-256 over the hash of the entry before and what this one says, in lower-case hexadecimal.</summary>
    [MaxLength(64)]
    public string? Hash { get; set; }
}
