using System.ComponentModel.DataAnnotations;

namespace SalesBot.Conversation;

/// <summary>One activity of a conversation that this service hosts itself, in order; clients read it by watermark.</summary>
internal sealed class TranscriptEntry
{
    public long Id { get; set; }

    [MaxLength(40)]
    public string Channel { get; set; } = "";

    [MaxLength(300)]
    public string ConversationId { get; set; } = "";

    /// <summary>Counts up from 1 within the conversation, 0 being the mark that its person began it; an update of an activity is a new entry with the same <see cref="ActivityId"/>.</summary>
    public long Sequence { get; set; }

    [MaxLength(300)]
    public string ActivityId { get; set; } = "";

    public string Json { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
