using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>What changes a deal that is only spoken of, in words of which one is known to nobody, is read back first.</summary>
public sealed class UnexplainedTests
{
    [Theory]
    [InlineData("样机那个改到周五寄")]
    [InlineData("培训的事挪到4月20号")]
    public async Task Something_else_of_the_deal_is_not_taken_for_its_close(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var ray = bot.As("赵磊");
        await ray.Says("打开东岭阀门MES");
        await ray.Says(said);
        ray.DoesNotHear("预计成交已修改");
        Assert.Equal(new DateOnly(2026, 4, 12), (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1")))).CloseDate);
    }

    [Theory]
    [InlineData("预计成交改到5月8号")]
    [InlineData("那就挪到5月8号吧，他们预算要走流程")]
    [InlineData("push it to 8 May")]
    public async Task Words_that_say_why_stand_in_a_breath_of_their_own(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var ray = bot.As("赵磊");
        await ray.Says("打开东岭阀门MES");
        await ray.Says(said);
        Assert.Equal(new DateOnly(2026, 5, 8), (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1")))).CloseDate);
    }
}
