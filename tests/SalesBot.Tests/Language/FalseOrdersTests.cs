using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>Sentences that share words with an order of another kind: they do what they say, or nothing.</summary>
public sealed class FalseOrdersTests
{
    [Theory]
    [InlineData("今天安静点", false)]
    [InlineData("明天别来烦我", false)]
    [InlineData("帮我静音两天", false)]
    [InlineData("推送停到周五", false)]
    [InlineData("be quiet for today", true)]
    [InlineData("hush until friday", true)]
    [InlineData("hold everything till monday", true)]
    public async Task To_be_left_in_peace_rests_ones_own_nudges_and_moves_no_to_do(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("提醒我周五给东岭阀门打电话");
        (await (english ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said)).Hears(english ? "All your nudges" : "您的全部提醒");
        Assert.Equal(13, (await bot.Look(db => db.Todos.SingleAsync())).DueOn!.Value.Day);
    }

    [Theory]
    [InlineData("第二条怎么来的", false)]
    [InlineData("为啥催我第一条", false)]
    [InlineData("why did you ping me about the second one", true)]
    [InlineData("we work 9 to 6", true)]
    [InlineData("our working hours are 8:30 to 5:30", true)]
    [InlineData("我们平时9点到6点上班", false)]
    [InlineData("还有谁能认领万象包装", false)]
    [InlineData("who claimed Wanxiang lately", true)]
    [InlineData("认领一个公海客户", false)]
    [InlineData("wake 东岭阀门 up again", true)]
    [InlineData("resume 东岭阀门MES", true)]
    [InlineData("东岭阀门恢复吧", false)]
    [InlineData("因为预算还没批下来 再等等", false)]
    public async Task Nothing_is_written_and_no_decision_offered(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("东岭阀门MES怎么样了");
        var before = await bot.Look(db => db.Audit.CountAsync(a => !a.Refused));
        (await (english ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said)).DoesNotHear("赢单", "丢单", "won", "lost", "释放", "Release", "解冻", "Unfreeze");
        Assert.Equal(before, await bot.Look(db => db.Audit.CountAsync(a => !a.Refused)));
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Theory]
    [InlineData("东岭阀门的报修处理掉了，换了轴承", false)]
    [InlineData("东岭阀门那边的工单搞定了 重启就好了", false)]
    [InlineData("东岭阀门's ticket is fixed, new bearing", true)]
    public async Task A_ticket_that_is_settled_opens_no_other(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("给东岭阀门开个工单：泵漏水");
        await (english ? bot.As("林小雨").InEnglish() : bot.As("林小雨")).Says(said);
        Assert.Equal(SalesBot.Tickets.TicketState.Closed, (await bot.Look(db => db.Tickets.SingleAsync())).State);
    }

    [Theory]
    [InlineData("东岭阀门MES出现了一个新风险，采购换人了", false)]
    [InlineData("there's a risk with 东岭阀门MES: the buyer left", true)]
    public async Task AL_10_a_risk_that_is_told_is_noted_and_completes_no_to_do(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(said);
        Assert.Equal((1, 0), (await bot.Look(db => db.Risks.CountAsync()), await bot.Look(db => db.FollowUps.CountAsync())));
    }

    [Theory]
    [InlineData("东岭阀门MES卡住了是因为厂房搬迁 4月10号再问", false)]
    [InlineData("东岭阀门MES不动是由于老板出国 下周三再打电话", false)]
    [InlineData("东岭阀门MES stalled since their plant moves, calling them next monday", true)]
    public async Task Why_a_deal_stands_still_moves_no_close_date_and_logs_no_call(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await (english ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said);
        Assert.Equal(new DateOnly(2026, 4, 12), (await bot.Look(db => db.Deals.SingleAsync(d => d.Key == "D1"))).CloseDate);
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    [Theory]
    [InlineData("东岭阀门周总刚约了下周二上午10点拜访")]
    [InlineData("我跟东岭阀门周总约好周五下午两点见面")]
    public async Task An_appointment_that_was_made_is_no_visit(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal((0, 1), (await bot.Look(db => db.FollowUps.CountAsync()), await bot.Look(db => db.Todos.CountAsync())));
    }

    [Theory]
    [InlineData("凌云电缆的提醒先停到合同签完")]
    [InlineData("把凌云电缆能耗的提醒停到客户回复")]
    public async Task Nudges_that_rest_until_something_happens_win_no_deal(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("凌云电缆").DoesNotHear("赢单");
    }

    [Theory]
    [InlineData("alright, got it", true)]
    [InlineData("ok till monday", true)]
    [InlineData("好的知道了", false)]
    public async Task What_was_only_heard_is_no_yes(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says("释放东岭阀门");
        await rep.Says(said);
        Assert.NotNull((await bot.Look(db => db.Customers.SingleAsync(c => c.Key == "C1"))).OwnerId);
    }

    [Theory]
    [InlineData("因为价格太高 东岭阀门MES丢了", "丢单")]
    [InlineData("今天拜访了东岭阀门周总，谈了付款", "跟进已记录")]
    [InlineData("认领万象包装", "万象包装")]
    public async Task The_neighbours_are_what_they_were(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears(heard);
    }
}
