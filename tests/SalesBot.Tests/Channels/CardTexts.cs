using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Tests.Channels;

/// <summary>What a card of ours says, to look for it in what a messenger shows.</summary>
internal static class CardTexts
{
    /// <summary>Everything that the card itself shows, line by line.</summary>
    public static IEnumerable<string> Of(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Of),
        JsonValueKind.Object => node.EnumerateObject().Where(m => m.Name is not ("data" or "selectAction")).SelectMany(m =>
            m.Name is "text" or "title" or "value" or "label" && m.Value.ValueKind == JsonValueKind.String ? CardOutline.Plain(m.Value.GetString()!).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : Of(m.Value)),
        _ => [],
    };

    /// <summary>Every string in what a messenger is sent.</summary>
    public static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => Strings(m.Value)),
        JsonArray a => a.SelectMany(Strings),
        JsonValue v when v.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    /// <summary>All objects in it, however deep.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => Objects(m.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };
}
