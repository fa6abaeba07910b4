using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>What forbids the act that a question belongs to is no answer to it; and what was closed is opened again by the same words.</summary>
public sealed class TakenBackWhileAskedTests
{
    [Theory]
    [InlineData("哎先别丢 周总刚回我信了 说再看看")]
    [InlineData("不丢了")]
    [InlineData("先别关 他们还想再谈一轮")]
    [InlineData("诶等等 别丢单，客户又联系我了")]
    [InlineData("hold off, don't close it")]
    [InlineData("not yet, he wants two more weeks")]
    [InlineData("actually don't lose it, they just called")]
    [InlineData("wait, don't mark it lost yet")]
    public async Task Asked_why_it_was_lost(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("东岭阀门MES丢了")).Hears("原因");
        await rep.Says(said);
        rep.DoesNotHear("已记为丢单");
        Assert.Equal("proposal", await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1").Stage)));
        await rep.Says("我的商机");
        rep.DoesNotHear("接着刚才");
    }

    [Theory]
    [InlineData("别人家便宜一半")]
    [InlineData("they did not want to wait")]
    [InlineData("客户说不要了")]
    [InlineData("客户那边不要了")]
    [InlineData("they cancelled the whole project")]
    public async Task A_reason_with_a_no_in_it_is_one(string reason)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES丢了");
        (await rep.Says(reason)).Hears("已记为丢单", reason);
    }

    [Theory]
    [InlineData("东岭阀门先别丢 恢复成方案提交")]
    [InlineData("actually don't lose 东岭阀门, put it back to proposal")]
    [InlineData("东岭阀门MES别丢单，周总又回来了")]
    public async Task What_was_lost_is_opened_again(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("东岭阀门MES丢了 预算砍了")).Hears("已记为丢单");
        await rep.Says("我的待办");
        await rep.Says("打开凌云电缆能耗");
        (await rep.Says(said)).Hears("已撤销", "东岭阀门MES");
        Assert.Equal("proposal", await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1").Stage)));
    }

    [Theory]
    [InlineData("not won yet sorry, verbal only. back to negotiation")]
    [InlineData("还没赢呢 只是口头答应 退回商务谈判")]
    [InlineData("sorry, not won, they only said yes on the phone")]
    public async Task A_win_that_was_none_logs_nothing(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("凌云电缆能耗赢了")).Hears("赢单");
        await rep.Says(said);
        rep.Hears("撤销").DoesNotHear("跟进已记录");
        Assert.Empty(await bot.Look(db => Task.FromResult(db.FollowUps.ToList())));
    }
}
