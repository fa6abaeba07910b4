using System.ComponentModel.DataAnnotations;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Deals;

/// <summary>One move of a deal between stages: the history behind time in stage, conversion and back-moves.</summary>
internal sealed class StageChange : Record
{
    public long DealId { get; set; }
    public Deal Deal { get; set; } = null!;

    [MaxLength(40)]
    public string? From { get; set; }

    [MaxLength(40)]
    public string To { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public long? ById { get; set; }
    public Person? By { get; set; }

    [MaxLength(400)]
    public string? Reason { get; set; }

    /// <summary>What its gate looked for and found, by the names of the process (ST-02).</summary>
    public List<string> Passed { get; set; } = [];

    /// <summary>What was missing when a manager let it pass all the same, by the names of the process; the stages left out count as <c>skip</c> (ST-04).</summary>
    public List<string> Overridden { get; set; } = [];
}
