using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;
using SalesBot.Server.Channels.DingTalk;
using SalesBot.Tests.Cards;
using SalesBot.Words;

namespace SalesBot.Tests.Channels.DingTalk;

public sealed class DingTalkCardTests
{
    private static readonly DingTalkCard Kit = new(new WordBook());

    public static TheoryData<string> Samples => [.. CardSample.Samples];

    /// <summary>A card that uses what nobody mapped fails here and not before a user.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_card_is_mapped_and_keeps_to_the_limits_and_loses_no_text_and_no_button(string sample)
    {
        var card = CardSample.Read(sample).Expand();
        var outline = CardOutline.Of(card);
        Assert.Empty(outline.Unmapped);
        var buttons = outline.Blocks.SelectMany(b => b switch { CardButtons own => own.Buttons, CardRow row => row.Buttons, _ => [] }).Count(b => b.Verb is not null);

        foreach (var template in (bool[])[true, false])
        {
            var laid = Kit.Of(new RenderedReply("x", card), outline, "en", template);

            Check(laid, template);
            Assert.Equal(buttons, laid.Coded.Count);
            var shown = string.Join('\n', laid.Texts.Concat(CardTexts.Strings(laid.Card)));
            Assert.All(CardTexts.Of(card), text => Assert.True(shown.Contains(DingTalkText.Escape(text), StringComparison.Ordinal) || shown.Contains(text.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal), text));
        }
    }

    [Fact]
    public void A_small_card_is_the_variables_of_the_template()
    {
        var laid = Lay("""
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"合同审批","weight":"Bolder","size":"Medium"},{"type":"FactSet","facts":[{"title":"客户","value":"东岭_阀门*"}]}],
             "actions":[{"type":"Action.Execute","title":"批准","verb":"approve","style":"positive","data":{"approval_id":"P1"}},{"type":"Action.OpenUrl","title":"看文件","url":"https://x.example/y"}]}
            """, template: true);

        Assert.Empty(laid.Texts);
        Assert.Equal(("合同审批", "客户：东岭_阀门＊"), ((string?)laid.Card!["title"], (string?)laid.Card["content"]));
        var buttons = JsonNode.Parse((string)laid.Card["buttons"]!)!.AsArray();
        Assert.Equal(("批准", "blue", "sendCardRequest", laid.Coded[0].Code), ((string?)buttons[0]!["text"], (string?)buttons[0]!["color"], (string?)buttons[0]!["event"]!["type"], (string?)buttons[0]!["event"]!["params"]!["actionId"]));
        Assert.Equal(("openLink", "https://x.example/y"), ((string?)buttons[1]!["event"]!["type"], (string?)buttons[1]!["event"]!["params"]!["url"]));
        Assert.Equal("P1", laid.Coded[0].Value.Data["approval_id"]);
    }

    [Fact]
    public void What_is_more_goes_out_before_the_card_and_its_rows_have_links()
    {
        var rows = string.Join(',', Enumerable.Range(1, 90).Select(i => $$$"""{"type":"ColumnSet","selectAction":{"type":"Action.Execute","title":"打开","verb":"show_deal","data":{"deal":"D{{{i}}}"}},"columns":[{"type":"Column","items":[{"type":"TextBlock","text":"商机 {{{i}}}"}]},{"type":"Column","items":[{"type":"TextBlock","text":"¥{{{i}}}"}]}]}"""));
        var laid = Lay($$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"我的商机","weight":"Bolder","size":"Large"},{{rows}}],"actions":[{"type":"Action.Execute","title":"下一页","verb":"next"}]}""", template: true);

        Assert.True(laid.Texts.Count > 1);
        Assert.StartsWith("### 我的商机  \n  商机 1  ·  ¥1  \n  ▸ [打开](dtmd://dingtalkclient/sendMessage?content=%E6%89%93%E5%BC%80%20%23", laid.Texts[0], StringComparison.Ordinal);
        Assert.Equal((91, "我的商机", ""), (laid.Coded.Count, (string?)laid.Card!["title"], (string?)laid.Card["content"]));
    }

    [Theory]
    [InlineData("# 标题 [链接](http://evil) ![图](http://evil) *粗* `码` <font color=red>红</font>", "＃ 标题 ［链接］(http://evil) !［图］(http://evil) ＊粗＊ ｀码｀ ＜font color=red>红＜/font>")]
    [InlineData("john_doe@x.com _斜_ __粗__", "john_doe@x.com ＿斜＿ ＿＿粗＿＿")]
    [InlineData("第一行\n## 二\n> 引用\n3 > 2 \\ ~~", "第一行\n＃＃ 二\n＞ 引用\n3 > 2 ＼ ～～")]
    [InlineData("a\u0007b\tc", "a b c")]
    public void A_name_becomes_no_markup(string text, string shown) => Assert.Equal(shown, DingTalkText.Escape(text));

    [Fact]
    public void Suggestions_are_links()
    {
        var laid = Kit.Of(new RenderedReply("找不到") { QuickReplies = [new QuickReply("我的(商机)", "我的商机")] }, null, "zh-CN", template: false);
        Assert.Equal("找不到  \n  ▸ [我的(商机)](dtmd://dingtalkclient/sendMessage?content=%E6%88%91%E7%9A%84%28%E5%95%86%E6%9C%BA%29%20%23" + laid.Coded[0].Code[1..] + ")：回复 " + laid.Coded[0].Code, Assert.Single(laid.Texts));
        Assert.Equal("我的商机", laid.Coded[0].Value.Says);
    }

    [Fact]
    public void A_button_that_leads_nowhere_is_left_out() =>
        Assert.Equal(["已记下"], Lay("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"已记下"}],"actions":[{"type":"Action.OpenUrl","title":"看文件"}]}""", template: false).Texts, StringComparer.Ordinal);

    private static DingTalkLaid Lay(string card, bool template)
    {
        var laid = Kit.Of(new RenderedReply("x"), CardOutline.Of(JsonElement.Parse(card)), "zh-CN", template);
        Check(laid, template);
        return laid;
    }

    /// <summary>The limits of PROTOCOLS.md E.3 and E.4; there is no validator of the vendor's own.</summary>
    private static void Check(DingTalkLaid laid, bool template)
    {
        Assert.InRange(laid.Title.Length, 1, 60);
        Assert.All(laid.Texts, text =>
        {
            var parameters = new JsonObject { ["title"] = laid.Title, ["text"] = text }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            Assert.InRange(Encoding.UTF8.GetByteCount(parameters), 1, 15_000);
        });
        Assert.All(laid.Coded, c => Assert.Matches("^#[2-9A-Z]{5}$", c.Code));
        if (laid.Card is not { } card)
        {
            Assert.NotEmpty(laid.Texts);
            return;
        }

        Assert.True(template);
        Assert.Equal(["buttons", "content", "title"], card.Select(m => m.Key).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(card, m => Assert.True(m.Value!.GetValueKind() == JsonValueKind.String && Encoding.UTF8.GetByteCount((string)m.Value!) <= 1024));
    }
}
