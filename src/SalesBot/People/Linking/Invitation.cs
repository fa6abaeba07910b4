using System.ComponentModel.DataAnnotations;

namespace SalesBot.People.Linking;

/// <summary>
/// A word with which somebody's account in a messenger is linked to a person of the company: said once, within <see cref="InvitationCode.Life"/>. Here only its hash is kept; the message that shows it is kept as every other.
/// </summary>
internal sealed class Invitation
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the code, in lower-case hex.</summary>
    [MaxLength(64)]
    public string Hash { get; set; } = "";

    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    /// <summary>Who invited.</summary>
    public long ById { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}
