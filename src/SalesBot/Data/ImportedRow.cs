using System.ComponentModel.DataAnnotations;

namespace SalesBot.Data;

/// <summary>
/// A row of another system that became a record of ours. A row that comes again unchanged is skipped, so that importing twice changes nothing
/// and never overwrites what people did since.
/// </summary>
internal sealed class ImportedRow
{
    public long Id { get; set; }

    /// <summary>System and kind, such as <c>maven/deals</c>.</summary>
    [MaxLength(60)]
    public string Source { get; set; } = "";

    /// <summary>What names the row there.</summary>
    [MaxLength(400)]
    public string Natural { get; set; } = "";

    [MaxLength(64)]
    public string RecordKey { get; set; } = "";

    [MaxLength(64)]
    public string Hash { get; set; } = "";
}
