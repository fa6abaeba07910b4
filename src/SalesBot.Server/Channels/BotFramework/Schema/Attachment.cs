using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Cards;

namespace SalesBot.Server.Channels.BotFramework.Schema;

/// <summary>A card or a file; <see cref="Content"/> and <see cref="ContentUrl"/> exclude each other (PROTOCOLS.md A.3).</summary>
internal sealed record Attachment
{
    public string? ContentType { get; set; }

    public string? ContentUrl { get; set; }

    [JsonConverter(typeof(RawJson))]
    public JsonElement? Content { get; set; }

    public string? Name { get; set; }

    public string? ThumbnailUrl { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    public static Attachment AdaptiveCard(JsonElement card) => new() { ContentType = ContentTypes.AdaptiveCard, Content = card };
}

internal static class ContentTypes
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>An invoke's answer that is shown as text and leaves the card as it is.</summary>
    public const string Message = "application/vnd.microsoft.activity.message";

    /// <summary>An invoke's answer that says what was wrong with the request.</summary>
    public const string Error = "application/vnd.microsoft.error";
}
