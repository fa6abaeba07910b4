using System.Text.Json.Nodes;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>A message of words alone. Feishu reads tags and links in a text, but takes the pieces of a post as they are.</summary>
internal static class FeishuText
{
    // Feishu takes 150 KB and 30 KB, written as JSON in JSON.
    private const int LongestText = 60_000;
    private const int LongestPost = 20_000;

    public static (string Kind, string Content) Write(string text) => text.AsSpan().ContainsAny('<', '[')
        ? ("post", new JsonObject
        {
            ["zh_cn"] = new JsonObject { ["title"] = "", ["content"] = new JsonArray(new JsonArray(new JsonObject { ["tag"] = "text", ["text"] = TextCut.ToBytes(text, LongestPost) })) },
        }.ToJsonString(FeishuClient.Wire))
        : ("text", new JsonObject { ["text"] = TextCut.ToBytes(text, LongestText) }.ToJsonString(FeishuClient.Wire));
}
