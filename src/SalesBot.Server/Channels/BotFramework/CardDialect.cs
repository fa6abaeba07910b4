using System.Text.Json.Nodes;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>
/// Cards are written with Action.Execute. Teams gets them with an Action.Submit to fall back on; every other channel gets that
/// alone, as Web Chat knows nothing else (PROTOCOLS.md A.6). The verb then travels in the data, where <see cref="ActivityToTurn"/> finds it.
/// </summary>
internal static class CardDialect
{
    private const string Submit = "Action.Submit";

    /// <summary>The card itself when there is nothing to change, else a changed copy.</summary>
    public static JsonNode For(string channelId, JsonNode card)
    {
        if (!HasExecute(card))
        {
            return card;
        }

        var copy = card.DeepClone();
        if (channelId is Schema.Channels.MsTeams or Schema.Channels.M365Extensions or Schema.Channels.Outlook)
        {
            Walk(copy, AddFallback);
        }
        else
        {
            (copy as JsonObject)?.Remove("refresh");
            Walk(copy, TurnIntoSubmit);
        }

        return copy;
    }

    private static bool HasExecute(JsonNode? node) => node switch
    {
        JsonObject o => IsExecute(o) || o.Any(m => !IsData(m.Key) && HasExecute(m.Value)),
        JsonArray a => a.Any(HasExecute),
        _ => false,
    };

    private static void Walk(JsonNode? node, Action<JsonObject> change)
    {
        switch (node)
        {
            case JsonObject o:
                if (IsExecute(o))
                {
                    change(o);
                }

                foreach (var member in o.Where(m => !IsData(m.Key)))
                {
                    Walk(member.Value, change);
                }

                break;
            case JsonArray a:
                foreach (var item in a)
                {
                    Walk(item, change);
                }

                break;
        }
    }

    private static void AddFallback(JsonObject execute)
    {
        if (!execute.ContainsKey("fallback"))
        {
            var submit = new JsonObject { ["type"] = Submit, ["data"] = Data(execute) };
            foreach (var name in new[] { "title", "style", "associatedInputs" })
            {
                if (execute[name] is { } value)
                {
                    submit[name] = value.DeepClone();
                }
            }

            execute["fallback"] = submit;
        }
    }

    private static void TurnIntoSubmit(JsonObject execute)
    {
        var data = Data(execute);
        execute["type"] = Submit;
        execute["data"] = data;
        execute.Remove("verb");
        execute.Remove("fallback");
    }

    /// <summary>The action's data with its verb beside it; the verb wins over a member of that name.</summary>
    private static JsonObject Data(JsonObject execute)
    {
        var data = (execute["data"] as JsonObject)?.DeepClone().AsObject() ?? [];
        data[ActivityToTurn.Verb] = execute["verb"]?.DeepClone();
        return data;
    }

    private static bool IsExecute(JsonObject node) =>
        node["type"] is JsonValue type && type.TryGetValue<string>(out var name) && string.Equals(name, AdaptiveCardInvokeAction.Execute, StringComparison.Ordinal);

    // What a button carries is the product's, whatever it looks like.
    private static bool IsData(string member) => member is "data";
}
