using System.Text.Json.Nodes;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>
/// Web Chat does not say on which card a button was pressed. So each button's data carries the id of the activity that shows the card, under a name that
/// no slot has, and what comes back is read as the <c>replyToId</c> that other clients send.
/// </summary>
internal static class PressableCard
{
    private const string CardId = "$card";

    /// <summary>Writes the activity's id into every Action.Submit of the card.</summary>
    public static void Stamp(JsonNode? node, string activityId)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    Stamp(item, activityId);
                }

                break;
            case JsonObject action when action.Text("type") is "Action.Submit":
                if (action["data"] is not JsonObject)
                {
                    action["data"] = new JsonObject();
                }

                action["data"]![CardId] = activityId;
                break;
            case JsonObject json:
                foreach (var (_, value) in json)
                {
                    Stamp(value, activityId);
                }

                break;
        }
    }

    /// <summary>Takes the id out of what was pressed and says it the ordinary way.</summary>
    public static void Read(JsonObject activity)
    {
        if (activity["value"] is JsonObject value && value.Remove(CardId, out var id))
        {
            activity["replyToId"] = id;
        }
    }
}
