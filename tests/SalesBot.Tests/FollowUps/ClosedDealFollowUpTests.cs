using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.FollowUps;

/// <summary>One word of a deal that is won or lost does not draw a report to it; all of its name does.</summary>
public sealed class ClosedDealFollowUpTests
{
    [Theory]
    [InlineData("昨天跟东岭阀门周总打了电话，MES方案没问题", null)]
    [InlineData("昨天拜访了东岭阀门，一切正常", null)]
    [InlineData("昨天打电话跟进东岭阀门MES，他们想重新谈", "D1")]
    public async Task A_report_goes_to_the_customer_while_all_deals_are_closed(string said, string? deal)
    {
        await using var bot = await StartAsync();

        (await bot.As("赵磊").Says(said)).Hears("跟进已记录");
        Assert.Equal(deal, await bot.Look(db => Task.FromResult(db.FollowUps.OrderByDescending(f => f.Id).Select(f => f.Deal == null ? null : f.Deal.Key).First())));
    }

    [Fact]
    public async Task It_goes_to_the_one_that_is_open()
    {
        await using var bot = await StartAsync();
        await bot.As("赵磊").Says("给东岭阀门新建商机，叫备件，20万，6月30日");
        var rep = bot.As("赵磊");
        await rep.Says("我的商机");

        (await rep.Says("昨天跟东岭阀门周总打了电话，MES那边他说算了")).Hears("跟进已记录", "东岭阀门备件");
    }

    [Fact]
    public async Task A_stage_wished_in_a_report_is_said_to_be_left()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says("昨天跟凌云电缆打了电话，他说方案没问题，推进到商务谈判吧")).Hears("跟进已记录");
        Assert.Equal("negotiation", (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D3")))).Stage);
    }

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        await using var db = bot.Open();
        var deal = db.Deals.Single(d => d.Key == "D1");
        (deal.Status, deal.Stage, deal.ClosedAt) = (DealStatus.Lost, "lost", TestBot.Start.AddDays(-40));
        await db.SaveChangesAsync();
        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
