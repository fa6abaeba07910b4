using System.ComponentModel.DataAnnotations;
using SalesBot.People;

namespace SalesBot.Data;

/// <summary>
/// One version of something that the company lays down for itself: its sales process, its approval flows. Versions are only added; the one with the
/// highest number of a name holds, and where there is none what the service ships with.
/// </summary>
internal sealed class Definition : Record
{
    /// <summary>What it lays down: <c>process</c>, <c>approval_flows</c>, <c>review_modes</c>, <c>boards</c>.</summary>
    [MaxLength(40)]
    public string Name { get; set; } = "";

    /// <summary>From 1, in the order of saving.</summary>
    public int Number { get; set; }

    /// <summary>The whole of it as JSON, as <c>export</c> writes and <c>import</c> takes it.</summary>
    public string Content { get; set; } = "{}";

    /// <summary>Who saved it; null for an import.</summary>
    public long? ById { get; set; }
    public Person? By { get; set; }

    /// <summary>Why, in their words.</summary>
    [MaxLength(400)]
    public string? Note { get; set; }
}
