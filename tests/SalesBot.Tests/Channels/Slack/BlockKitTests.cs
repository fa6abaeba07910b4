using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Server.Channels.Cards;
using SalesBot.Server.Channels.Slack;
using SalesBot.Tests.Cards;
using SalesBot.Words;

namespace SalesBot.Tests.Channels.Slack;

public sealed class BlockKitTests
{
    private static readonly BlockKit Kit = new(new WordBook());

    public static TheoryData<string> Samples => [.. CardSample.Samples];

    /// <summary>A card that uses what nobody mapped fails here and not before a user.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_card_is_mapped_and_keeps_to_the_limits_and_loses_no_text(string sample)
    {
        var card = Expand(sample);
        var outline = CardOutline.Of(card);
        Assert.Empty(outline.Unmapped);

        var blocks = Kit.Of(new RenderedReply("x", card), outline, "en")!;

        BlockKitRules.Check(blocks);
        var shown = string.Join('\n', CardTexts.Strings(blocks));
        Assert.All(CardTexts.Of(card), text => Assert.Contains(text, shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"type":"Chart.Pie","data":[]}""", "Chart.Pie")]
    [InlineData("""{"type":"Image","url":"https://x/y.png"}""", "Image")]
    [InlineData("""{"type":"Container","items":[{"type":"TextBlock","text":"a","fontType":"Monospace"}]}""", "TextBlock.fontType")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"a","card":{}}]}""", "Action.ShowCard")]
    public void What_nobody_mapped_is_named(string element, string unmapped) =>
        Assert.Equal([unmapped], CardOutline.Of(JsonElement.Parse($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{element}}]}""")).Unmapped);

    [Theory]
    [InlineData("未填 → **3月18日**", "未填 → 3月18日")]
    [InlineData("138****5678 → **139****1234**", "138****5678 → 139****1234")]
    [InlineData("**东岭** 和 **凌云**", "**东岭** 和 **凌云**")]
    [InlineData(" → **", " → **")]
    [InlineData(" → ****", " → ")]
    public void What_a_value_became_is_not_set_in_bold_and_no_other_asterisk_goes(string text, string shown) => Assert.Equal(shown, CardOutline.Plain(text));

    [Fact]
    public void A_row_keeps_its_cells_and_its_button()
    {
        var outline = CardOutline.Of(JsonElement.Parse("""
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"ColumnSet","columns":[
              {"type":"Column","items":[{"type":"TextBlock","text":"东岭阀门"},{"type":"TextBlock","text":"赵磊"}]},{"type":"Column","items":[{"type":"TextBlock","text":"¥1"}]},
              {"type":"Column","items":[{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"打开","verb":"deal.show","data":{"deal":"D1","n":2}}]}]}]}]}
            """));

        var section = Assert.Single(Kit.Of(new RenderedReply("x"), outline, "zh-CN")!)!;

        Assert.Equal("东岭阀门  ·  ¥1\n赵磊", (string?)section["text"]!["text"]);
        var value = ButtonValue.Read((string)section["accessory"]!["value"]!)!;
        Assert.Equal(("deal.show", "D1", "2"), (value.Verb, value.Data["deal"], value.Data["n"]));
    }

    [Fact]
    public void A_card_that_is_too_long_loses_the_buttons_of_its_rows_and_says_so_and_keeps_its_own()
    {
        var rows = string.Join(',', Enumerable.Range(1, 120).Select(i => $$$"""{"type":"Container","separator":true,"selectAction":{"type":"Action.Execute","title":"打开","verb":"x","data":{}},"items":[{"type":"TextBlock","text":"row {{{i}}} {{{new string('长', 200)}}}"}]}"""));
        var card = CardOutline.Of(JsonElement.Parse($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{rows}}],"actions":[{"type":"Action.Execute","title":"下一页","verb":"next"}]}"""));

        var blocks = Kit.Of(new RenderedReply("x") { QuickReplies = [new QuickReply("帮助", "帮助")] }, card, "zh-CN")!;

        BlockKitRules.Check(blocks);
        var shown = string.Join('\n', CardTexts.Strings(blocks));
        Assert.All(["row 1 ", "row 120 ", "下一页", "帮助", "超出这里一张卡片的长度"], text => Assert.Contains(text, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_button_carries_is_packed_and_what_does_not_fit_is_said()
    {
        var much = new ButtonValue("note", new Slots { ["text"] = string.Concat(Enumerable.Repeat("客户对报价有兴趣，下周三再谈。", 150)) });
        Assert.True(much.Write(2000)!.Length <= 2000);
        Assert.Equal(much.Data["text"], ButtonValue.Read(much.Write(2000)!)!.Data["text"]);

        var random = new Random(7);
        var noise = string.Concat(Enumerable.Range(0, 3000).Select(_ => (char)random.Next(0x4e00, 0x9fa5)));
        var card = CardOutline.Of(JsonElement.Parse($$"""{"type":"AdaptiveCard","version":"1.5","body":[],"actions":[{"type":"Action.Execute","title":"确认","verb":"x","data":{"t":"{{noise}}"} },{"type":"Action.Execute","title":"取消","verb":"no"}]}"""));
        var blocks = Kit.Of(new RenderedReply("x"), card, "zh-CN")!;
        BlockKitRules.Check(blocks);
        Assert.Contains("请直接回复：确认", string.Join('\n', CardTexts.Strings(blocks)), StringComparison.Ordinal);
    }

    private static JsonElement Expand(string sample) => CardSample.Read(sample).Expand();
}
