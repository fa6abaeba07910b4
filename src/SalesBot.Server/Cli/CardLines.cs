using System.Text.Json;

namespace SalesBot.Server.Cli;

/// <summary>A card as lines of a terminal: each text by itself, what stands side by side on one line, buttons in brackets; what a messenger asks anew by itself is left out.</summary>
internal static class CardLines
{
    public static IEnumerable<string> Of(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Of),
        JsonValueKind.Object => OfObject(part),
        _ => [],
    };

    private static IEnumerable<string> OfObject(JsonElement part)
    {
        switch (Text(part, "type"))
        {
            case "TextBlock":
                return [Text(part, "text")];
            case "ColumnSet":
                return [string.Join(" · ", Of(part.GetProperty("columns")).Where(text => text.Length > 0))];
            case "FactSet":
                return part.GetProperty("facts").EnumerateArray().Select(fact => $"{Text(fact, "title")} {Text(fact, "value")}");
            case "Action.Execute" or "Action.OpenUrl" or "Action.Submit":
                return [$"[{Text(part, "title")}]"];
            case "Input.Text" or "Input.Date" or "Input.Time" or "Input.Number" or "Input.ChoiceSet":
                return [$"{Text(part, "label")}: [{Text(part, "value")}]"];
            default:
                return part.EnumerateObject().Where(p => p.Name != "refresh").SelectMany(p => Of(p.Value));
        }
    }

    private static string Text(JsonElement part, string name) => part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.ReplaceLineEndings(" ") : "";
}
