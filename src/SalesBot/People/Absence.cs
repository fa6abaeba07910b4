using SalesBot.Data;

namespace SalesBot.People;

/// <summary>Days on which a person does not work (leave, illness): no nudge reaches them (complaint 31).</summary>
internal sealed class Absence : Record
{
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    /// <summary>In the person's own zone, both days included.</summary>
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }
}
