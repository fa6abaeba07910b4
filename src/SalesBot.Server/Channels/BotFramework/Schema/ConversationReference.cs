namespace SalesBot.Server.Channels.BotFramework.Schema;

/// <summary>Where and with whom to speak again, stored per conversation and refreshed on each activity (PROTOCOLS.md A.1).</summary>
internal sealed record ConversationReference
{
    public string? ActivityId { get; set; }

    public ChannelAccount? User { get; set; }

    public ChannelAccount? Bot { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? ChannelId { get; set; }

    public string? ServiceUrl { get; set; }

    public string? Locale { get; set; }

    /// <summary>A message of the bot into this conversation, addressed and otherwise empty.</summary>
    public Activity Message() => new()
    {
        Type = ActivityTypes.Message,
        From = Bot,
        Recipient = User,
        Conversation = Conversation,
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
    };
}
