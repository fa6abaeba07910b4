using System.ComponentModel.DataAnnotations;

namespace SalesBot.People;

/// <summary>Says that a user of a messenger is a person of the company. Without one a sender is unknown and may only ask for help.</summary>
internal sealed class PersonLink
{
    public long Id { get; set; }

    [MaxLength(40)]
    public string Channel { get; set; } = "";

    [MaxLength(200)]
    public string UserId { get; set; } = "";

    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    public DateTimeOffset LinkedAt { get; set; }

    /// <summary>When it was taken away; null: it holds. It stays, so that the e-mail address does not link the account again: an invitation does.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
