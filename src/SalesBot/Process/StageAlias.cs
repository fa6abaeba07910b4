using System.ComponentModel.DataAnnotations;

namespace SalesBot.Process;

/// <summary>Another system's word for one of our stages (<c>Engaging</c> → <c>contact</c>), learnt from an import and understood in questions.</summary>
internal sealed class StageAlias
{
    [Key]
    [MaxLength(100)]
    public string Label { get; set; } = "";

    [MaxLength(40)]
    public string Stage { get; set; } = "";
}
