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

    /// <summary>Of one day alone; null: whole days.</summary>
    public HalfDay? Half { get; set; }

    /// <summary>Away at that wall time of the person's.</summary>
    public bool Holds(DateTime at) => DateOnly.FromDateTime(at) is var day && From <= day && day <= To && (Half is null || Half == (at.Hour < 12 ? HalfDay.Morning : HalfDay.Afternoon));
}
