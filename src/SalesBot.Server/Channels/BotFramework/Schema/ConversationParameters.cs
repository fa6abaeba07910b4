using System.Text.Json;

namespace SalesBot.Server.Channels.BotFramework.Schema;

/// <summary>Asks the Connector for a conversation with members that the bot has not spoken with yet (PROTOCOLS.md A.2).</summary>
internal sealed record ConversationParameters
{
    public bool IsGroup { get; set; }

    public ChannelAccount? Bot { get; set; }

    public IReadOnlyList<ChannelAccount>? Members { get; set; }

    public string? TopicName { get; set; }

    public string? TenantId { get; set; }

    /// <summary>The first message, where the channel wants one (a new Teams channel thread).</summary>
    public Activity? Activity { get; set; }

    public JsonElement? ChannelData { get; set; }
}

internal sealed record ConversationResourceResponse
{
    public string? Id { get; set; }

    public string? ActivityId { get; set; }

    public string? ServiceUrl { get; set; }
}

/// <summary>What the Connector calls the activity that it took; some channels leave the id out.</summary>
internal sealed record ResourceResponse
{
    public string? Id { get; set; }
}

internal sealed record PagedMembersResult
{
    public IReadOnlyList<ChannelAccount>? Members { get; set; }

    /// <summary>Null on the last page.</summary>
    public string? ContinuationToken { get; set; }
}

internal sealed record ErrorResponse
{
    public Error? Error { get; set; }
}

internal sealed record Error
{
    public string? Code { get; set; }

    public string? Message { get; set; }
}

/// <summary>The HTTP answer to an activity with <see cref="DeliveryModes.ExpectReplies"/>.</summary>
internal sealed record ExpectedReplies
{
    public IReadOnlyList<Activity>? Activities { get; set; }

    /// <summary>Of an invoke: what would have been the whole answer without that mode.</summary>
    public AdaptiveCardInvokeResponse? Body { get; set; }
}
