using System.Text.Json;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Tests.Channels;

/// <summary>Everything that a card itself shows, line by line.</summary>
internal static class CardTexts
{
    public static IEnumerable<string> Of(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Of),
        JsonValueKind.Object => node.EnumerateObject().Where(m => m.Name is not ("data" or "selectAction")).SelectMany(m =>
            m.Name is "text" or "title" or "value" or "label" && m.Value.ValueKind == JsonValueKind.String ? CardOutline.Plain(m.Value.GetString()!).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : Of(m.Value)),
        _ => [],
    };
}
