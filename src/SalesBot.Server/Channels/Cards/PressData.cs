using System.Text.Json;
using SalesBot.Language;

namespace SalesBot.Server.Channels.Cards;

/// <summary>What a button of a card brings along.</summary>
internal static class PressData
{
    /// <summary>Where a button's data carries its command; Action.Execute has a member for it, Action.Submit has not.</summary>
    public const string Verb = "verb";

    /// <summary>The slots that a button's data fills: canonical text of each plain value; what is nested is no slot.</summary>
    public static Slots Slots(JsonElement? data) => data is { ValueKind: JsonValueKind.Object } o
        ? new Slots(o.EnumerateObject().Where(m => m.Name is not (Verb or "msteams")).Select(m => KeyValuePair.Create(m.Name, Plain(m.Value)!)).Where(s => s.Value is not null))
        : [];

    public static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
