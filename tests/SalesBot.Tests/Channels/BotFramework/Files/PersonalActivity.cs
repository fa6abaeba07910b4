using System.Text.Json.Nodes;

namespace SalesBot.Tests.Channels.BotFramework.Files;

/// <summary>What Teams posts of a personal chat.</summary>
internal static class PersonalActivity
{
    /// <summary>A message, unless the members say otherwise.</summary>
    /// <param name="members">What it has besides, or instead, as JSON.</param>
    public static JsonObject Of(string serviceUrl, string person, string id, string members, params (string Name, string Value)[] more)
    {
        var activity = new JsonObject
        {
            ["type"] = "message", ["id"] = id, ["channelId"] = "msteams", ["serviceUrl"] = serviceUrl, ["locale"] = "zh-CN", ["from"] = new JsonObject { ["id"] = person }, ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal" },
        };
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject().Select(m => (m.Key, m.Value?.DeepClone())).Concat(more.Select(m => (m.Name, (JsonNode?)JsonValue.Create(m.Value)))))
        {
            activity[name] = value;
        }

        return activity;
    }
}
