using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Server.Channels.BotFramework.Schema;

/// <summary>A person or a bot on a channel; ids are the channel's (Teams: 29:… and 28:…) and mean nothing elsewhere.</summary>
internal sealed record ChannelAccount
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>The person's object id in Entra: the one id that is the same in every Teams conversation.</summary>
    public string? AadObjectId { get; set; }

    public string? Role { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

internal sealed record ConversationAccount
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public bool? IsGroup { get; set; }

    /// <summary>personal, groupChat or channel; channels other than Teams leave it out.</summary>
    public string? ConversationType { get; set; }

    public string? TenantId { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
