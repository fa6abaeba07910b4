using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

/// <summary>What is asked of a deal beside how it stands.</summary>
public sealed class DealQuestionTests
{
    [Theory]
    [InlineData("百川水务平台让五个点是多少钱", "9.5折后是 ¥2,470,000，现在是 ¥2,600,000")]
    [InlineData("百川水务平台打八折之后多少", "8折后是 ¥2,080,000")]
    [InlineData("凌云电缆能耗减20万之后是多少", "改后是 ¥1,250,000，现在是 ¥1,450,000")]
    public async Task Another_price_is_reckoned_and_not_written(string asked, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Says(asked)).Hears(answer, "没有做任何改动").DoesNotHear("撤销");
        Assert.Equal(2_600_000, await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D5").Amount)));
    }

    [Fact]
    public async Task It_is_reckoned_of_the_deal_in_view_too()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("show Quarry Stone EMS");

        (await rep.Says("how much would it be at 10% off?")).Hears("10% off: $79,200 instead of $88,000");
    }

    [Fact]
    public async Task Why_a_deal_got_smaller_is_told_from_the_trail_and_not_from_our_reading()
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, manager) = (bot.As("赵磊"), bot.As("王芳"));
        await rep.Says("东岭阀门MES改成65万");

        (await manager.Says("东岭阀门MES为什么少了3万")).Hears("¥680,000 → ¥650,000，赵磊").DoesNotHear("我是这样理解的");
        (await manager.InEnglish().Says("why did 东岭阀门MES drop by 30k")).Hears("¥680,000 → ¥650,000 by Ray Zhao").DoesNotHear("This is how I read it");
        await rep.Says("东岭阀门MES预计成交推到5月20日");
        (await manager.Says("东岭阀门MES怎么又推迟了")).Hears("4月12日 周日 → 5月20日 周三，赵磊");
        (await manager.Says("凌云电缆能耗怎么缩水了")).Hears("金额：没有改动记录");
    }

    [Theory]
    [InlineData("why is 东岭阀门MES down 30k")]
    [InlineData("how come 东岭阀门MES is up to 900k")]
    [InlineData("东岭阀门MES为什么推迟到五月底")]
    [InlineData("怎么东岭阀门MES推进到商务谈判了")]
    public async Task Whoever_wonders_orders_nothing(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Says(said)).DoesNotHear("撤销", "Undo", "吗？");
        Assert.Equal((680_000m, new DateOnly(2026, 4, 12), "proposal"), await bot.Look(db => Task.FromResult(db.Deals.Where(d => d.Key == "D1").AsEnumerable().Select(d => (d.Amount!.Value, d.CloseDate!.Value, d.Stage)).Single())));
    }

    [Fact]
    public async Task What_was_signed_in_a_year_is_told_of_what_was_won()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗赢单");
        await rep.Forges("win_deal", ("deal", "D3"), ("reason", "客户定了"));

        (await rep.Says("今年我签下来多少了")).Hears("赢单", "凌云电缆能耗").DoesNotHear("百川水务平台", "预计 1月1日");
    }

    [Fact]
    public async Task Stages_that_are_named_together_are_all_asked_for()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();

        (await rep.Says("how much do I have in proposal and negotiation altogether")).Hears("3 deals, ¥4,730,000", "Proposal", "Negotiation");
        await rep.Forges("query_deals");
        (await rep.Says("all of these except negotiation")).Hears("2 deals").DoesNotHear("凌云电缆能耗");
        (await rep.Says("my pipeline per customer")).Hears("I did not take this into account: “per customer”");
    }
}
