using System.Text.Json;

namespace SalesBot.Server.Channels.BotFramework.Schema;

/// <summary>A button beside a message. Teams shows only imBack among suggested actions, six at most, and only in personal chats (PROTOCOLS.md A.3).</summary>
internal sealed record CardAction
{
    public string? Type { get; set; }

    public string? Title { get; set; }

    public JsonElement? Value { get; set; }

    public string? Text { get; set; }

    public string? DisplayText { get; set; }

    public string? Image { get; set; }

    /// <summary>A button that says <paramref name="value"/> in the person's name.</summary>
    public static CardAction ImBack(string title, string value) =>
        new() { Type = "imBack", Title = title, Value = JsonSerializer.SerializeToElement(value, BotFrameworkJson.Wire.String) };
}

internal sealed record SuggestedActions
{
    /// <summary>Ids of those who see the buttons; null means everyone.</summary>
    public IReadOnlyList<string>? To { get; set; }

    public IReadOnlyList<CardAction>? Actions { get; set; }
}
