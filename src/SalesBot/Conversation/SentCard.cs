using System.ComponentModel.DataAnnotations;

namespace SalesBot.Conversation;

/// <summary>A card that somebody has on screen about a subject; when the subject changes the card is re-rendered there.</summary>
internal sealed class SentCard
{
    public long Id { get; set; }

    [MaxLength(100)]
    public string Subject { get; set; } = "";

    public long PersonId { get; set; }

    public long ReferenceId { get; set; }
    public ConversationReference Reference { get; set; } = null!;

    [MaxLength(300)]
    public string ActivityId { get; set; } = "";

    public DateTimeOffset SentAt { get; set; }
}
