using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>That a person got their digest of a day. Unique by person and day, so that two nodes send one.</summary>
internal sealed class SentDigest
{
    public long Id { get; set; }

    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    /// <summary>In the person's own zone.</summary>
    public DateOnly Day { get; set; }

    public DateTimeOffset SentAt { get; set; }
}
