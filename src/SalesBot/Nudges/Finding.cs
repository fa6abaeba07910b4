using System.ComponentModel.DataAnnotations;
using SalesBot.People;

namespace SalesBot.Nudges;

internal enum FindingState
{
    Waiting,
    Told,
    Cleared,
}

/// <summary>
/// What a nudge rule found about one subject for one person: a row before it is a message. Unique by rule, subject, occurrence and person,
/// so that nothing is ever told twice; delivery waits for working hours and checks the state again.
/// </summary>
internal sealed class Finding
{
    public long Id { get; set; }

    [MaxLength(40)]
    public string Rule { get; set; } = "";

    /// <summary>Kind and key of the record it is about, such as <c>deal:D7K2M9QX4B</c>.</summary>
    [MaxLength(100)]
    public string Subject { get; set; } = "";

    /// <summary>Tells one occurrence from the next: the day the stage was entered, the due date, the version of the amount …</summary>
    [MaxLength(60)]
    public string Occurrence { get; set; } = "";

    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    public FindingState State { get; set; }

    public DateTimeOffset FoundAt { get; set; }
    public DateTimeOffset? ToldAt { get; set; }
    public DateTimeOffset? ClearedAt { get; set; }

    /// <summary>The evaluation as it was: rule version, facts and arithmetic, as JSON, for the "why" button.</summary>
    public string Facts { get; set; } = "{}";
}
