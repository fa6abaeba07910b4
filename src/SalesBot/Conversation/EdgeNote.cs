using System.ComponentModel.DataAnnotations;

namespace SalesBot.Conversation;

/// <summary>
/// What a messenger's edge must find again of what it has shown, on any node and after a restart: what a button does that is pressed by its short name, with which
/// one-time code a card may be changed.
/// </summary>
internal sealed class EdgeNote
{
    public long Id { get; set; }

    [MaxLength(40)]
    public string Channel { get; set; } = "";

    [MaxLength(300)]
    public string ConversationId { get; set; } = "";

    [MaxLength(200)]
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
