using System.ComponentModel.DataAnnotations;
using SalesBot.People;

namespace SalesBot.Conversation;

internal enum OutboxState
{
    Waiting,
    Accepted,
    Dead,
}

/// <summary>
/// A message on its way, committed together with the change that caused it. It stays <see cref="OutboxState.Waiting"/> until the platform
/// accepted it and is <see cref="OutboxState.Dead"/> after the last retry, which <c>check</c> reports.
/// </summary>
internal sealed class OutboxMessage
{
    public long Id { get; set; }

    /// <summary>To whom; the seat is chosen at delivery when <see cref="ReferenceId"/> is null.</summary>
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    public long? ReferenceId { get; set; }
    public ConversationReference? Reference { get; set; }

    /// <summary>The rendered message as JSON (<see cref="RenderedReply"/>).</summary>
    public string Content { get; set; } = "";

    /// <summary>What the card shows (<c>approval:P1…</c>), so that it can be updated when that changes.</summary>
    [MaxLength(100)]
    public string? Subject { get; set; }

    /// <summary>Set when this replaces a message that the platform already has.</summary>
    [MaxLength(300)]
    public string? UpdatesActivityId { get; set; }

    /// <summary>Whoever writes to a message that was settled since it was read is told so, and reads again: what it was to show anew is on a screen by now.</summary>
    [ConcurrencyCheck]
    public OutboxState State { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset NextAttemptAt { get; set; }
    public int Attempts { get; set; }

    [MaxLength(400)]
    public string? LastError { get; set; }
}
