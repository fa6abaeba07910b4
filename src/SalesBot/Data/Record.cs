using System.ComponentModel.DataAnnotations;

namespace SalesBot.Data;

/// <summary>
/// A business record: it has a public key that never changes (shown to the reader, carried by buttons, kept by import and export),
/// a version that every save raises, and its changes are written to the audit trail.
/// </summary>
internal abstract class Record
{
    public long Id { get; set; }

    [MaxLength(64)]
    public string Key { get; set; } = "";

    /// <summary>Optimistic concurrency: a save with a stale version fails and the turn is run again on the present state.</summary>
    [ConcurrencyCheck]
    public long Version { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
