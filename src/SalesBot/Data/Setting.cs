using System.ComponentModel.DataAnnotations;

namespace SalesBot.Data;

/// <summary>A named value that the service keeps for itself (practice clock, last scan …) or for a person (<c>OP2/daily_digest</c>).</summary>
internal sealed class Setting
{
    [Key]
    [MaxLength(200)]
    public string Name { get; set; } = "";

    [MaxLength(4000)]
    public string Value { get; set; } = "";
}
