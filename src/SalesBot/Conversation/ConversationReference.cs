using System.ComponentModel.DataAnnotations;
using SalesBot.People;

namespace SalesBot.Conversation;

/// <summary>
/// One person's seat in one conversation: how to reach them there, in which language, and what was last spoken of.
/// Refreshed by each turn (a messenger's service URL may move); proactive messages go to the latest personal one.
/// </summary>
internal sealed class ConversationReference
{
    public long Id { get; set; }

    [MaxLength(40)]
    public string Channel { get; set; } = "";

    [MaxLength(300)]
    public string ConversationId { get; set; } = "";

    [MaxLength(200)]
    public string UserId { get; set; } = "";

    public bool IsGroup { get; set; }

    [MaxLength(20)]
    public string? Locale { get; set; }

    /// <summary>What the channel needs to answer (service URL, bot account, tenant), opaque to the product.</summary>
    public string Route { get; set; } = "";

    public long? PersonId { get; set; }
    public Person? Person { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>The <see cref="Language.Focus"/> as JSON, with the open question in it.</summary>
    public string? Focus { get; set; }

    /// <summary>An open question older than this no longer takes an answer.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>A seat that nobody has spoken from yet, for that person.</summary>
    public static ConversationReference At(Address address, long personId) => new()
    {
        Channel = address.Channel, ConversationId = address.ConversationId, UserId = address.UserId, IsGroup = address.IsGroup, Locale = address.Locale, Route = address.Route, PersonId = personId,
    };

    public Address Address => new(Channel, ConversationId, UserId, IsGroup, Locale, Route);
}
