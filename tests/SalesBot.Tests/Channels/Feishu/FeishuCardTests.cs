using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;
using SalesBot.Server.Channels.Feishu;
using SalesBot.Tests.Cards;
using SalesBot.Words;

namespace SalesBot.Tests.Channels.Feishu;

public sealed class FeishuCardTests
{
    private static readonly FeishuCard Kit = new(new WordBook());

    public static TheoryData<string> Samples => [.. CardSample.Samples];

    /// <summary>A card that uses what nobody mapped fails here and not before a user.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_card_is_mapped_and_keeps_to_the_limits_and_loses_no_text(string sample)
    {
        var card = CardSample.Read(sample).Expand();
        var outline = CardOutline.Of(card);
        Assert.Empty(outline.Unmapped);

        var laid = Lay(outline);

        var shown = string.Join('\n', Strings(JsonNode.Parse(laid)));
        Assert.All(CardTexts.Of(card), text => Assert.Contains(text, shown, StringComparison.Ordinal));
        Assert.DoesNotContain("超出这里一张卡片的长度", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_keeps_its_cells_and_its_button_and_a_name_that_looks_like_markup_is_only_text()
    {
        var laid = Lay("""
            {"type":"ColumnSet","columns":[
              {"type":"Column","items":[{"type":"TextBlock","text":"**东岭** <at id=all></at>"},{"type":"TextBlock","text":"赵磊"}]},{"type":"Column","items":[{"type":"TextBlock","text":"¥1"}]},
              {"type":"Column","items":[{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"打开","verb":"deal.show","data":{"deal":"D1","n":2}}]}]}]}
            """);

        var row = Assert.Single(Elements(laid));
        Assert.Equal("**东岭** <at id=all></at>\n赵磊|¥1", string.Join('|', CardTexts.Objects(row).Where(n => (string?)n["tag"] == "div").Select(n => (string?)n["text"]!["content"])));
        Assert.DoesNotContain(CardTexts.Objects(JsonNode.Parse(laid)), n => (string?)n["tag"] is "markdown" or "lark_md");
        var value = ButtonValue.Read((string)CardTexts.Objects(row).Single(n => n.ContainsKey("v"))["v"]!)!;
        Assert.Equal(("deal.show", "D1", "2"), (value.Verb, value.Data["deal"], value.Data["n"]));
    }

    [Fact]
    public void Fields_and_the_buttons_below_them_are_one_form_and_links_stay_outside()
    {
        var laid = Lay("""
            {"type":"TextBlock","text":"合同","weight":"Bolder","size":"Medium"},{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"先看","verb":"look"}]},
            {"type":"Input.Text","id":"reason","label":"意见","isMultiline":true,"maxLength":5000},{"type":"Input.Date","id":"due","label":"到期","value":"2026-04-01"},{"type":"Input.Time","id":"at","label":"几点"},{"type":"Input.Number","id":"n","label":"数","value":3},
            {"type":"ActionSet","actions":[{"type":"Action.Execute","title":"批准","verb":"approve","data":{"approval":"A1"},"style":"positive"},{"type":"Action.OpenUrl","title":"文件","url":"https://x/y"}]}
            """);

        Assert.Equal("合同", (string?)JsonNode.Parse(laid)!["header"]!["title"]!["content"]);
        var elements = Elements(laid);
        Assert.Equal("column_set form column_set", string.Join(' ', elements.Select(e => (string?)e!["tag"])));
        Assert.Equal("input div date_picker div picker_time input column_set", string.Join(' ', elements[1]!["elements"]!.AsArray().Select(e => (string?)e!["tag"])));
        var approve = CardTexts.Objects(elements[1]).Single(n => (string?)n["tag"] == "button");
        Assert.Equal(("primary", "submit"), ((string?)approve["type"], (string?)approve["form_action_type"]));
        Assert.Equal("https://x/y", (string?)CardTexts.Objects(elements[2]).Single(n => n.ContainsKey("default_url"))["default_url"]);

        var turn = FeishuPress.Read(
            JsonElement.Parse(new JsonObject
            {
                ["operator"] = new JsonObject { ["open_id"] = "ou_1" }, ["context"] = new JsonObject { ["open_message_id"] = "om_1", ["open_chat_id"] = "oc_1" },
                ["action"] = new JsonObject { ["value"] = approve["behaviors"]![0]!["value"]!.DeepClone(), ["form_value"] = JsonNode.Parse("""{"Date_due":"2026-04-03 +0800","Time_at":"11:30 +0800","Text_reason":"好 +0800","Text_other":"x"}""") },
            }.ToJsonString()),
            "ev1", DateTimeOffset.UnixEpoch)!;
        Assert.Equal("approval=A1 at=11:30 due=2026-04-03 n= reason=好 +0800", string.Join(' ', turn.Press!.Data.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}")));
        Assert.Equal("om_1", turn.Press.CardActivityId);
    }

    [Fact]
    public void In_a_group_a_button_says_so()
    {
        var message = new Outgoing(FeishuRoute.From("oc_1", "ou_1", isGroup: true, null)!, new RenderedReply("x") { QuickReplies = [new QuickReply("帮助", "帮助")] });
        var laid = Kit.Of(message, card: null)!;
        FeishuCardRules.Check(laid);
        Assert.True((bool?)CardTexts.Objects(JsonNode.Parse(laid)).Single(n => n.ContainsKey("v"))["g"]);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(400)]
    public void A_card_that_is_too_long_loses_the_buttons_of_its_rows_and_says_so_and_keeps_its_own(int count)
    {
        var rows = string.Join(',', Enumerable.Range(1, count).Select(i => $$$"""{"type":"Container","separator":true,"selectAction":{"type":"Action.Execute","title":"打开","verb":"x","data":{}},"items":[{"type":"TextBlock","text":"row {{{i}}} {{{new string('长', count < 50 ? 20 : 100)}}}"}]}"""));

        var laid = Lay(rows + ""","actions":[{"type":"Action.Execute","title":"下一页","verb":"next"}]""", new QuickReply("帮助", "帮助"), closed: false);

        var shown = string.Join('\n', Strings(JsonNode.Parse(laid)));
        Assert.All(["row 1 ", "下一页", "帮助"], text => Assert.Contains(text, shown, StringComparison.Ordinal));
        Assert.Equal(count < 50, shown.Contains("打开", StringComparison.Ordinal) && shown.Contains("row 20 ", StringComparison.Ordinal) && !shown.Contains("超出这里一张卡片的长度", StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_fit_a_button_is_said()
    {
        var random = new Random(7);
        var noise = string.Concat(Enumerable.Range(0, 4000).Select(_ => (char)random.Next(0x4e00, 0x9fa5)));
        var laid = Lay($$"""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"确认","verb":"x","data":{"t":"{{noise}}"} },{"type":"Action.Execute","title":"取消","verb":"no"}]}""");
        Assert.Contains("请直接回复：确认", string.Join('\n', Strings(JsonNode.Parse(laid))), StringComparison.Ordinal);
    }

    /// <summary>Feishu does not tell what its users read; the message does.</summary>
    [Theory]
    [InlineData("en", "Too long for one card here")]
    [InlineData("zh-CN", "超出这里一张卡片的长度")]
    public void What_is_said_of_a_card_is_said_in_its_language(string language, string said)
    {
        var rows = string.Join(',', Enumerable.Range(1, 400).Select(i => $$$"""{"type":"TextBlock","separator":true,"text":"row {{{i}}} {{{new string('长', 60)}}}"}"""));
        var outline = CardOutline.Of(JsonElement.Parse($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{rows}}]}"""));
        Assert.Contains(said, Kit.Of(new Outgoing(FeishuRoute.From("oc_1", "ou_1", isGroup: false, null)!, new RenderedReply("x") { Language = language }), outline)!, StringComparison.Ordinal);
    }

    private static string Lay(string body, QuickReply? reply = null, bool closed = true) => Lay(CardOutline.Of(JsonElement.Parse($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{(closed ? body + "]" : body.Insert(body.IndexOf(",\"actions\"", StringComparison.Ordinal), "]"))}}}""")), reply);

    private static string Lay(CardOutline outline, QuickReply? reply = null)
    {
        var laid = Kit.Of(new Outgoing(FeishuRoute.From("oc_1", "ou_1", isGroup: false, null)!, new RenderedReply("x") { QuickReplies = reply is null ? [] : [reply] }), outline)!;
        FeishuCardRules.Check(laid);
        return laid;
    }

    private static JsonArray Elements(string laid) => JsonNode.Parse(laid)!["body"]!["elements"]!.AsArray();

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => Strings(m.Value)),
        JsonArray a => a.SelectMany(Strings),
        JsonValue v when v.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
