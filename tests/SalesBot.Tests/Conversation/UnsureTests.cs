using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Whoever does not know yet what was asked has not said it: nothing is made up, and the question waits.</summary>
public sealed class UnsureTests
{
    [Theory]
    [InlineData("下周吧 哪天我还没问")]
    [InlineData("下个月，具体哪天还没定")]
    [InlineData("next month, haven't asked which day yet")]
    [InlineData("not sure yet")]
    public async Task No_day_is_made_up(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步 带方案回访");
        rep.Hears("哪一天");
        (await rep.Says(said)).Hears("问到了再告诉我", "哪一天").DoesNotHear("✓");
        (await rep.Says("3月26号")).Hears("下一步已定", "3月26日");
    }

    [Fact]
    public async Task What_is_not_to_be_done_is_no_next_step()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("刚和凌云电缆通了电话 他们要先试用");
        rep.Hears("下一步做什么");
        (await rep.Says("嗯 那阶段先别动")).DoesNotHear("哪一天", "下一步已定");
    }

    [Theory]
    [InlineData("好，竞品更便宜")]
    [InlineData("嗯 竞品更便宜")]
    [InlineData("ok. 竞品更便宜")]
    public async Task A_nod_is_no_part_of_the_answer(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗丢单");
        (await rep.Says(said)).Hears("已记为丢单", "竞品更便宜").DoesNotHear("好，", "嗯 竞", "ok.");
    }

    [Fact]
    public async Task What_tells_of_them_is_the_reason_that_was_asked_for()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("Quarry lost");
        (await rep.Says("they had their budget cut")).Hears("Deal lost", "they had their budget cut");
    }
}
