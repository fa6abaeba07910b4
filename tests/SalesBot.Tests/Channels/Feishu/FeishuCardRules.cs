using System.Text;
using System.Text.Json.Nodes;
using SalesBot.Server.Channels.Feishu;

namespace SalesBot.Tests.Channels.Feishu;

/// <summary>What Feishu holds cards of schema 2.0 to, where members that it does not know are an error (PROTOCOLS.md D.3 and the pages of each component).</summary>
internal static class FeishuCardRules
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["plain_text"] = ["content", "text_size", "text_color"],
        ["div"] = ["text"],
        ["hr"] = [],
        ["column_set"] = ["columns", "flex_mode"],
        ["column"] = ["width", "weight", "elements"],
        ["form"] = ["name", "elements"],
        ["button"] = ["text", "type", "behaviors"],
        ["input"] = ["name", "width", "default_value", "placeholder", "label", "max_length", "input_type"],
        ["date_picker"] = ["name", "width", "initial_date", "placeholder"],
        ["picker_time"] = ["name", "width", "initial_time", "placeholder"],
    };

    public static void Check(string json)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(JsonValue.Create(json).ToJsonString(FeishuClient.Wire)), 2, 30 * 1000);
        var card = JsonNode.Parse(json)!.AsObject();
        Assert.Equal(("2.0", true), ((string?)card["schema"], (bool?)card["config"]!["update_multi"]));
        Assert.All(card, m => Assert.True(m.Key is "schema" or "config" or "header" or "body", m.Key));
        var tagged = CardTexts.Objects(card).Where(n => n.ContainsKey("tag")).ToList();
        Assert.InRange(tagged.Count, 1, 200);
        var names = tagged.Select(n => (string?)n["name"]).OfType<string>().ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.NotEmpty(card["body"]!["elements"]!.AsArray());
        foreach (var element in card["body"]!["elements"]!.AsArray())
        {
            Element(element!.AsObject(), inForm: false, depth: 1);
        }
    }

    private static void Element(JsonObject element, bool inForm, int depth)
    {
        var tag = (string)element["tag"]!;
        Assert.InRange(depth, 1, 5);
        Assert.True(Known.TryGetValue(tag, out var members), tag);
        Assert.All(element, m => Assert.True(m.Key is "tag" || members.Contains(m.Key, StringComparer.Ordinal) || (tag == "button" && inForm && m.Key is "name" or "form_action_type"), $"{tag}.{m.Key}"));
        Assert.All(new[] { "text", "label", "placeholder" }.Select(m => element[m]).OfType<JsonObject>(), text => Assert.Equal("plain_text", (string?)text["tag"]));
        switch (tag)
        {
            case "form":
                Assert.Equal(1, depth);
                Assert.Contains(CardTexts.Objects(element), n => (string?)n["form_action_type"] == "submit");
                break;
            case "button":
                Assert.InRange(((string)element["text"]!["content"]!).Length, 1, 100);
                Assert.True(inForm == ((string?)element["form_action_type"] == "submit"));
                Assert.True((string?)element["type"] is "default" or "primary" or "danger");
                Assert.All(element["behaviors"]!.AsArray(), b => Assert.True((string?)b!["type"] == "callback" ? b["value"] is JsonObject : Uri.IsWellFormedUriString((string)b["default_url"]!, UriKind.Absolute)));
                break;
            case "input" or "date_picker" or "picker_time":
                Assert.True(inForm && ((string?)element["name"])?.Length > 0);
                Assert.InRange(((string?)element["placeholder"]?["content"])?.Length ?? 1, 1, 100);
                Assert.InRange((int?)element["max_length"] ?? 1, 1, 1000);
                break;
            case "column":
                Assert.True((string?)element["width"] == "auto" || (int?)element["weight"] is >= 1 and <= 5);
                break;
        }

        foreach (var inside in (element["elements"] ?? element["columns"])?.AsArray() ?? [])
        {
            Element(inside!.AsObject(), inForm || tag == "form", depth + (tag == "column" ? 0 : 1));
        }
    }
}
