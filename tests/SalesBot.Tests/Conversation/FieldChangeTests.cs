using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>After a field was asked about, "make it …" changes that field.</summary>
public sealed class FieldChangeTests
{
    [Theory]
    [InlineData("东岭阀门MES下一步是啥", "改成周五最后谈价", "最后谈价")]
    [InlineData("what is the next step on 东岭阀门MES", "make it a site visit next Tuesday", "site visit")]
    [InlineData("东岭阀门MES现在多少钱", "改成75万", "¥680,000 → **¥750,000**")]
    [InlineData("how much is 东岭阀门MES worth", "make it 750k", "¥680,000 → **¥750,000**")]
    [InlineData("东岭阀门MES什么时候签", "推到4月底", "4月30日")]
    [InlineData("what's the close date of 东岭阀门MES", "make it April 20", "4月20日")]
    [InlineData("what stage is 东岭阀门MES in", "move it to negotiation", "**商务谈判**")]
    public async Task The_field_is_the_one_asked_about(string asked, string change, string hears)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says(asked);
        (await rep.Says(change)).Hears("✓", hears);
    }

    [Theory]
    [InlineData("改成周五最后谈价")]
    [InlineData("make it a site visit next Tuesday")]
    public async Task Once_something_else_was_said_it_is_no_longer_meant(string change)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步是啥");
        await rep.Says("公海里有哪些客户");
        await rep.Says("算了");
        (await rep.Says(change)).DoesNotHear("✓ 下一步已定");
    }
}
