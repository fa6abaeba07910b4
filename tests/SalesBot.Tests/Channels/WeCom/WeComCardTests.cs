using System.Text;
using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Cards;
using SalesBot.Server.Channels.WeCom;
using SalesBot.Tests.Cards;
using SalesBot.Words;

namespace SalesBot.Tests.Channels.WeCom;

public sealed class WeComCardTests
{
    private static readonly WeComCard Kit = new(new WordBook());

    public static TheoryData<string> Samples => [.. CardSample.Samples];

    /// <summary>A card that uses what nobody mapped fails here and not before a user.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_card_is_mapped_and_keeps_to_the_limits_and_loses_no_text_and_no_button(string sample)
    {
        var card = CardSample.Read(sample).Expand();
        var outline = CardOutline.Of(card);
        Assert.Empty(outline.Unmapped);

        foreach (var room in (int[])[WeComCard.MostButtons, 0])
        {
            var laid = Kit.Of(new RenderedReply("x", card), outline, "en", "sb-1", room);

            Check(laid);
            var shown = string.Join('\n', laid.Texts.Concat(CardTexts.Strings(laid.Card)));
            Assert.All(CardTexts.Of(card).Where(t => t.Length <= 20 || !IsTitleOfButton(outline, t)), text => Assert.Contains(text, shown, StringComparison.Ordinal));
            var buttons = outline.Blocks.SelectMany(b => b switch { CardButtons own => own.Buttons, CardRow row => row.Buttons, _ => [] }).Where(b => b.Verb is not null).Select(b => new ButtonValue(b.Verb, b.Data).Write(int.MaxValue));
            var pressable = laid.Coded.Select(c => c.Value.Write(int.MaxValue)).Concat(laid.Card?["button_list"]!.AsArray().Select(b => (string?)b!["key"]).OfType<string>().Select(k => ButtonValue.Read(k)!.Write(int.MaxValue)) ?? []);
            Assert.Equal(buttons.ToHashSet(StringComparer.Ordinal).Order(StringComparer.Ordinal), pressable.ToHashSet(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
            Assert.True(room > 0 || laid.Card is null);
        }

        // In place of another there is always a card.
        Check(Kit.Of(new RenderedReply("x", card), outline, "en", "sb-1", replaces: true));
    }

    [Fact]
    public void A_small_card_is_a_card_and_nothing_else()
    {
        var laid = Lay("""
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"合同审批","weight":"Bolder","size":"Medium"},{"type":"TextBlock","text":"赵磊提交"},
             {"type":"FactSet","facts":[{"title":"客户","value":"东岭阀门"},{"title":"金额","value":"¥1,200,000"}]}],
             "actions":[{"type":"Action.Execute","title":"批准","verb":"approve","style":"positive","data":{"approval_id":"P1"}},{"type":"Action.OpenUrl","title":"看文件","url":"https://x.example/y"}]}
            """);

        Assert.Empty(laid.Texts);
        Assert.Equal(("合同审批", "赵磊提交", "客户", "东岭阀门"), ((string?)laid.Card!["main_title"]!["title"], (string?)laid.Card["sub_title_text"], (string?)laid.Card["horizontal_content_list"]![0]!["keyname"], (string?)laid.Card["horizontal_content_list"]![0]!["value"]));
        Assert.Equal(("批准", 0, 1), ((string?)laid.Card["button_list"]![0]!["text"], (int?)laid.Card["button_list"]![0]!["type"], (int?)laid.Card["button_list"]![0]!["style"]));
        Assert.Equal("https://x.example/y", (string?)laid.Card["button_list"]![1]!["url"]);
        Assert.Equal("P1", ButtonValue.Read((string)laid.Card["button_list"]![0]!["key"]!)!.Data["approval_id"]);
    }

    [Fact]
    public void What_is_more_goes_out_before_the_card_in_order_and_rows_that_look_alike_are_named_by_codes()
    {
        var rows = string.Join(',', Enumerable.Range(1, 60).Select(i => $$$"""{"type":"ColumnSet","selectAction":{"type":"Action.Execute","title":"打开","verb":"show_deal","data":{"deal":"D{{{i}}}"}},"columns":[{"type":"Column","items":[{"type":"TextBlock","text":"商机 {{{i}}}"}]},{"type":"Column","items":[{"type":"TextBlock","text":"¥{{{i}}}"}]}]}"""));
        var laid = Lay($$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"我的商机","weight":"Bolder","size":"Large"},{{rows}}],"actions":[{"type":"Action.Execute","title":"下一页","verb":"next"}]}""");

        Assert.True(laid.Texts.Count > 1);
        var lines = string.Join('\n', laid.Texts).Split('\n');
        Assert.Equal(["我的商机", "商机 1  ·  ¥1", "▸ 打开：回复 " + laid.Coded[0].Code, "商机 2  ·  ¥2"], lines.Take(4), StringComparer.Ordinal);
        Assert.Equal((121, 60, "D60"), (lines.Length, laid.Coded.Count, laid.Coded[^1].Value.Data["deal"]));
        Assert.Equal(["下一页"], laid.Card!["button_list"]!.AsArray().Select(b => (string?)b!["text"]), StringComparer.Ordinal);
    }

    [Fact]
    public void A_new_value_that_is_bold_in_Teams_is_plain()
    {
        var laid = Kit.Of(new RenderedReply("x"), CardOutline.Of(JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"¥1 → **¥2**"},{"type":"TextBlock","text":"**bold**"}]}""")), null, "sb-1");
        Assert.Equal("¥1 → ¥2\n**bold**", Assert.Single(laid.Texts));
    }

    /// <summary>WeCom does not tell the language of a member: the message knows in which it was written.</summary>
    [Fact]
    public void Codes_are_told_in_the_language_of_the_message()
    {
        var laid = Kit.Of(new RenderedReply("Which customer do you mean, 东岭阀门 or 东岭机电?") { Language = "en", QuickReplies = [new QuickReply("My deals", "my deals")] }, null, null, "sb-1", room: 0);
        Assert.Contains("▸ My deals: reply #", Assert.Single(laid.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_line_is_cut_between_characters_and_nothing_is_lost()
    {
        var text = string.Concat(Enumerable.Repeat("😀界a", 900));
        var laid = Kit.Of(new RenderedReply(text), null, null, "sb-1");
        Assert.Equal(text, string.Concat(laid.Texts));
        Check(laid);
    }

    [Fact]
    public void Suggestions_are_buttons_and_a_name_becomes_no_link()
    {
        var laid = Kit.Of(new RenderedReply("找不到 <a href=\"http://evil\">东岭</a> <b>\n" + new string('长', 200)) { QuickReplies = [new QuickReply("我的商机", "我的商机")] }, null, "zh-CN", "sb-1");

        Assert.StartsWith("找不到 ＜a href=\"http://evil\">东岭＜/a> <b>", laid.Texts[0], StringComparison.Ordinal);
        Assert.Equal("我的商机", ButtonValue.Read((string)laid.Card!["button_list"]![0]!["key"]!)!.Says);
    }

    [Fact]
    public void What_replaces_a_card_and_has_no_button_greys_the_old_ones()
    {
        var laid = Kit.Of(new RenderedReply("已撤销"), null, null, "sb-1", replaces: true);
        Assert.Equal(("已撤销", "已处理", "done"), ((string?)laid.Card!["main_title"]!["title"], (string?)laid.Card["replace_text"], (string?)Assert.Single(laid.Card["button_list"]!.AsArray())!["key"]));
        Assert.Empty(laid.Texts);
    }

    [Fact]
    public void A_button_that_leads_nowhere_is_left_out() =>
        Assert.Equal(["已记下"], Kit.Of(new RenderedReply("x"), CardOutline.Of(JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"已记下"}],"actions":[{"type":"Action.OpenUrl","title":"看文件"}]}""")), null, "sb-1", room: 0).Texts, StringComparer.Ordinal);

    private static WeComMessage Lay(string card)
    {
        var laid = Kit.Of(new RenderedReply("x"), CardOutline.Of(JsonElement.Parse(card)), "zh-CN", "sb-1");
        Check(laid);
        return laid;
    }

    private static bool IsTitleOfButton(CardOutline outline, string text) => outline.Blocks.SelectMany(b => b switch { CardButtons own => own.Buttons, CardRow row => row.Buttons, _ => [] }).Any(b => b.Title == text);

    /// <summary>The limits of PROTOCOLS.md C.4; there is no validator of the vendor's own.</summary>
    private static void Check(WeComMessage laid)
    {
        Assert.All(laid.Texts, text => Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 2048));
        if (laid.Card is not { } card)
        {
            Assert.NotEmpty(laid.Texts);
            return;
        }

        Assert.Equal("button_interaction", (string?)card["card_type"]);
        Assert.Matches("^[0-9A-Za-z_@-]{1,128}$", (string)card["task_id"]!);
        Assert.InRange(ShownText.Width((string)card["main_title"]!["title"]!), 1, 72);
        Assert.True(((string?)card["sub_title_text"])?.Length is null or <= 160);
        Assert.InRange(card["horizontal_content_list"]?.AsArray().Count ?? 1, 1, 6);
        Assert.All(card["horizontal_content_list"]?.AsArray() ?? [], f => Assert.True(ShownText.Width((string)f!["keyname"]!) is > 0 and <= 10 && ShownText.Width((string)f["value"]!) <= 60));
        Assert.InRange(card["button_list"]!.AsArray().Count, card["replace_text"] is null ? 1 : 0, 6);
        Assert.All(card["button_list"]!.AsArray(), b =>
        {
            Assert.InRange(ShownText.Width((string)b!["text"]!), 1, 20);
            Assert.True(b["key"] is not null ^ b["url"] is not null);
            Assert.True(b["key"] is not { } key || Encoding.UTF8.GetByteCount((string)key!) <= 1024);
        });
    }
}
