using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Language;

namespace SalesBot.Tests.Talking;

/// <summary>One message as a person sees it: its text, and the card's texts and buttons from top to bottom.</summary>
internal sealed record Heard(string ActivityId, RenderedReply Reply)
{
    /// <summary>Everything readable, a line each: the sentence when there is no card, else the card's texts and button titles.</summary>
    public string Text { get; } = Read(Reply);

    public IReadOnlyList<(string Title, string Verb, Slots Data)> Buttons { get; } = [.. Actions(Node(Reply))];

    private static string Read(RenderedReply reply)
    {
        if (Node(reply) is not { } card)
        {
            return reply.Text;
        }

        var lines = new StringBuilder();
        Collect(card, lines);
        return lines.ToString();
    }

    private static JsonNode? Node(RenderedReply reply) => reply.Card is { } card ? JsonSerializer.SerializeToNode(card) : null;

    private static void Collect(JsonNode? node, StringBuilder lines)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    Collect(item, lines);
                }

                break;
            case JsonObject card:
                foreach (var (name, value) in card)
                {
                    if (name is "text" or "title" or "value" or "label" or "placeholder" && value is JsonValue said && said.TryGetValue<string>(out var text))
                    {
                        // A number that starts a line is kept together with it, or Markdown would count for itself.
                        lines.AppendLine(text.Replace('\u00a0', ' '));
                    }
                    else if (name != "data")
                    {
                        Collect(value, lines);
                    }
                }

                break;
        }
    }

    private static IEnumerable<(string Title, string Verb, Slots Data)> Actions(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Actions),
        JsonObject card when (string?)card["type"] is "Action.Execute" or "Action.Submit" =>
            [((string?)card["title"] ?? "", (string)(card["verb"] ?? card["data"]!["verb"])!, new Slots((card["data"] as JsonObject ?? []).Select(d => KeyValuePair.Create(d.Key, d.Value?.ToString() ?? ""))))],
        JsonObject card => card.Where(p => p.Key != "data").SelectMany(p => Actions(p.Value)),
        _ => [],
    };
}
