using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

/// <summary>One order for several deals that are named in a row, and the reason of a loss that is said beside it.</summary>
public sealed class SeveralAtOnceTests
{
    [Theory]
    [InlineData("东岭阀门MES和百川水务平台都延后一周", "2026-04-19", "2026-07-07")]
    [InlineData("东岭阀门、百川水务推迟到7月10日", "2026-07-10", "2026-07-10")]
    [InlineData("push 东岭阀门 and 百川水务 back by a week", "2026-04-19", "2026-07-07")]
    [InlineData("move 东岭阀门MES and 百川水务平台 to 10 July", "2026-07-10", "2026-07-10")]
    public async Task Each_deal_that_is_named_is_postponed(string said, string valves, string water)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal((DateOnly.Parse(valves, null), DateOnly.Parse(water, null)), (await CloseAsync(bot, "D1"), await CloseAsync(bot, "D5")));
        Assert.Equal(new DateOnly(2026, 3, 30), await CloseAsync(bot, "D3"));
    }

    [Fact]
    public async Task Days_of_their_own_stay_each_with_its_deal()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says("东岭阀门MES改到5月6日，百川水务平台改到7月10日");

        Assert.Equal((new DateOnly(2026, 5, 6), new DateOnly(2026, 7, 10)), (await CloseAsync(bot, "D1"), await CloseAsync(bot, "D5")));
    }

    [Theory]
    [InlineData("东岭阀门MES丢了吧，他们不买了", "他们不买了")]
    [InlineData("百川水务平台没戏了，集团取消项目了", "集团取消项目了")]
    [InlineData("凌云电缆能耗丢单，客户选了别家", "客户选了别家")]
    public async Task What_the_customer_did_is_why_it_is_lost(string said, string reason)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears("已记为丢单", reason);

        Assert.Equal(reason, await bot.Look(db => db.Deals.Where(d => d.Status == DealStatus.Lost).Select(d => d.LostReason).SingleAsync()));
    }

    [Theory]
    [InlineData("东岭阀门MES丢了")]
    [InlineData("东岭阀门MES没戏了，标记丢单吧")]
    public async Task Without_a_reason_it_is_asked_for(string said)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears("原因");

        Assert.Equal(0, await bot.Look(db => db.Deals.CountAsync(d => d.Status == DealStatus.Lost)));
    }

    private static Task<DateOnly?> CloseAsync(TestBot bot, string key) => bot.Look(db => db.Deals.Where(d => d.Key == key).Select(d => d.CloseDate).SingleAsync());
}
