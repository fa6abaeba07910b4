using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>Somebody else decides in one's place from one instant up to, not including, another. Clocks that run are not reset by it.</summary>
internal sealed class Delegation : Record
{
    public long FromId { get; set; }
    public Person From { get; set; } = null!;

    public long ToId { get; set; }
    public Person To { get; set; } = null!;

    public DateTimeOffset StartsAt { get; set; }
    public DateTimeOffset EndsAt { get; set; }
}
