using System.Text.Json.Nodes;

namespace SalesBot.Tests.Channels.Slack;

/// <summary>The limits that Slack holds blocks to (PROTOCOLS.md F); there is no validator of Slack's own to ask.</summary>
internal static class BlockKitRules
{
    public static void Check(JsonArray blocks)
    {
        Assert.InRange(blocks.Count, 1, 50);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks.Select(b => b!.AsObject()))
        {
            Assert.True(block["block_id"] is not { } id || (((string)id!).Length <= 255 && names.Add("block:" + (string)id!)));
            switch ((string?)block["type"])
            {
                case "header":
                    Text(block["text"], 150);
                    break;
                case "divider":
                    break;
                case "section":
                    Assert.True(block["text"] is null != block["fields"] is null);
                    if (block["text"] is { } text)
                    {
                        Text(text, 3000);
                    }

                    Assert.InRange(block["fields"]?.AsArray().Count ?? 1, 1, 10);
                    Assert.All(block["fields"]?.AsArray() ?? [], f => Text(f, 2000));
                    Assert.All(block["accessory"] is { } accessory ? new[] { accessory } : [], b => Button(b, names));
                    break;
                case "actions":
                    Assert.InRange(block["elements"]!.AsArray().Count, 1, 25);
                    Assert.All(block["elements"]!.AsArray(), b => Button(b, names));
                    break;
                case "input":
                    Text(block["label"], 2000);
                    Assert.True((string?)block["element"]!["type"] is "plain_text_input" or "number_input" or "datepicker" or "timepicker");
                    Assert.InRange(((string?)block["element"]!["action_id"])!.Length, 1, 255);
                    Assert.True((int?)block["element"]!["max_length"] is null or (>= 1 and <= 3000));
                    break;
                case var other:
                    Assert.Fail($"{other} is no block");
                    break;
            }
        }
    }

    private static void Button(JsonNode? button, HashSet<string> names)
    {
        Assert.Equal("button", (string?)button!["type"]);
        Text(button["text"], 75);
        Assert.True(names.Add((string)button["action_id"]!));
        Assert.True(((string?)button["value"])?.Length is null or <= 2000);
        Assert.True(((string?)button["url"])?.Length is null or <= 3000);
        Assert.True((string?)button["style"] is null or "primary" or "danger");
    }

    private static void Text(JsonNode? text, int most)
    {
        Assert.Equal("plain_text", (string?)text!["type"]);
        Assert.InRange(((string?)text["text"])!.Length, 1, most);
    }
}
