using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Server.Channels.BotFramework.Schema;

/// <summary>
/// Something that is said about the text beside it. Of a mention, <see cref="Text"/> is how it stands in the message and
/// <see cref="Mentioned"/> who is meant; every other kind keeps its members in <see cref="Properties"/>.
/// </summary>
internal sealed record Entity
{
    public const string Mention = "mention";

    public string? Type { get; set; }

    public ChannelAccount? Mentioned { get; set; }

    public string? Text { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

internal sealed record MessageReaction
{
    /// <summary>like, heart, laugh … as the channel names them.</summary>
    public string? Type { get; set; }
}
