using System.ComponentModel.DataAnnotations;

namespace SalesBot.Conversation;

/// <summary>A message whose effect is in the database; the unique index makes a second delivery harmless. Kept for some days.</summary>
internal sealed class SeenMessage
{
    public long Id { get; set; }

    [MaxLength(40)]
    public string Channel { get; set; } = "";

    [MaxLength(300)]
    public string ConversationId { get; set; } = "";

    [MaxLength(200)]
    public string ActivityId { get; set; } = "";

    public DateTimeOffset At { get; set; }

    /// <summary>The answer that was given, as JSON, so that a repeated delivery hears the same.</summary>
    public string? Answer { get; set; }
}
