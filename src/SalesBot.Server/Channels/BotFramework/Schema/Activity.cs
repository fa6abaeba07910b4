using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Server.Channels.BotFramework.Schema;

/// <summary>
/// One event on a conversation, in or out (PROTOCOLS.md A.1). Members that we have no use for are kept in <see cref="Properties"/>
/// and written back, so that an activity that only passes through loses nothing.
/// </summary>
internal sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>; a channel may send others, which are ignored.</summary>
    public string? Type { get; set; }

    /// <summary>Unique per channel and conversation.</summary>
    public string? Id { get; set; }

    /// <summary>UTC; null as well when the sender wrote something that is no time.</summary>
    [JsonConverter(typeof(LenientTimestamp))]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>IANA name of the sender's zone.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Base of every call back; only to be trusted from an authenticated activity.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The Azure channel, such as <see cref="Channels.MsTeams"/>.</summary>
    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public string? Text { get; set; }

    /// <summary>plain, markdown (the default of channels) or xml.</summary>
    public string? TextFormat { get; set; }

    public string? Speak { get; set; }

    public string? Summary { get; set; }

    /// <summary>acceptingInput, expectingInput or ignoringInput.</summary>
    public string? InputHint { get; set; }

    /// <summary>BCP 47, as the client claims it.</summary>
    public string? Locale { get; set; }

    /// <summary>list or carousel.</summary>
    public string? AttachmentLayout { get; set; }

    public IReadOnlyList<Attachment>? Attachments { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    public IReadOnlyList<Entity>? Entities { get; set; }

    /// <summary>The channel's own object, passed through as it came.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>Name of an invoke or event.</summary>
    public string? Name { get; set; }

    /// <summary>Payload of an invoke or event; in a message the data of a pressed Action.Submit.</summary>
    public JsonElement? Value { get; set; }

    public string? ValueType { get; set; }

    public string? ReplyToId { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>; null means normal.</summary>
    public string? DeliveryMode { get; set; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; set; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; set; }

    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; set; }

    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>Of installationUpdate: add or remove, in Teams also add-upgrade and remove-upgrade.</summary>
    public string? Action { get; set; }

    /// <summary>Of endOfConversation.</summary>
    public string? Code { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>What has to be stored to speak in this conversation again (PROTOCOLS.md A.1); null when the activity lacks what that needs.</summary>
    public ConversationReference? Reference() =>
        Conversation?.Id is null || ServiceUrl is null || ChannelId is null
            ? null
            : new ConversationReference
            {
                ActivityId = Id,
                User = From,
                Bot = Recipient,
                Conversation = Conversation,
                ChannelId = ChannelId,
                ServiceUrl = ServiceUrl,
                Locale = Locale,
            };
}
