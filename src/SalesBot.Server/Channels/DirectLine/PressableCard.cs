using System.Text.Json.Nodes;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>
/// Web Chat knows no Action.Execute and does not say on which card a button was pressed. So each such action is written as an Action.Submit whose
/// data holds the verb and, under <see cref="CardId"/>, the id of the activity that shows the card.
/// </summary>
internal static class PressableCard
{
    /// <summary>No slot has such a name.</summary>
    public const string CardId = "$card";

    public static JsonNode Write(JsonNode card, string activityId)
    {
        var copy = card.DeepClone();
        Stamp(copy, activityId);
        return copy;
    }

    private static void Stamp(JsonNode? node, string activityId)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Stamp(item, activityId);
            }
        }
        else if (node is JsonObject json)
        {
            if (json.Text("type") is "Action.Execute" or "Action.Submit")
            {
                Submit(json, activityId);
            }

            foreach (var (_, value) in json)
            {
                Stamp(value, activityId);
            }
        }
    }

    private static void Submit(JsonObject action, string activityId)
    {
        var data = action["data"]?.DeepClone() as JsonObject ?? [];
        if (action.Remove("verb", out var verb))
        {
            data["verb"] = verb;
        }

        data[CardId] = activityId;
        action["type"] = "Action.Submit";
        action["data"] = data;
    }
}
