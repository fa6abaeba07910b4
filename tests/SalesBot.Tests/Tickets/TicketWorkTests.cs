using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;
using SalesBot.Tickets;

namespace SalesBot.Tests.Tickets;

/// <summary>Customer success works its tickets by sentence (CU-14).</summary>
public sealed class TicketWorkTests
{
    [Theory]
    [InlineData("new ticket: 东岭阀门 can't log in since yesterday, 周总 called", "can't log in since yesterday, 周总 called")]
    [InlineData("新工单：东岭阀门 昨天开始登录不了", "昨天开始登录不了")]
    public async Task A_new_ticket_holds_the_trouble_with_its_days(string said, string trouble)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("林小雨").Says(said);
        Assert.Equal(trouble, await bot.Look(db => db.Tickets.Select(t => t.Content).SingleAsync()));
    }

    [Theory]
    [InlineData("the 东岭阀门 ticket is waiting for parts until friday", "waiting for parts until friday")]
    [InlineData("东岭阀门 ticket waiting for their IT", "waiting for their IT")]
    [InlineData("东岭阀门的工单在等配件", "等配件")]
    public async Task What_is_waited_for_stands_on_the_ticket_and_is_no_follow_up(string said, string remark)
    {
        await using var bot = await OpenedAsync();
        await bot.As("林小雨").Says(said);
        Assert.Equal(remark, await bot.Look(db => db.Tickets.Select(t => t.Remark).SingleAsync()));
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
        await bot.As("赵磊").IsTold(remark);
    }

    [Theory]
    [InlineData("assign the 东岭阀门 ticket to 赵磊", "P2")]
    [InlineData("把东岭阀门的工单转给赵磊", "P2")]
    public async Task It_changes_hands_and_is_taken_back(string said, string key)
    {
        await using var bot = await OpenedAsync();
        var success = bot.As("林小雨");
        await success.Says(said);
        Assert.Equal(key, await bot.Look(db => db.Tickets.Select(t => t.Assignee!.Key).SingleAsync()));
        await success.Says(said[0] > 0x2E80 ? "东岭阀门的工单我来处理" : "assign it to me");
        Assert.Equal("P8", await bot.Look(db => db.Tickets.Select(t => t.Assignee!.Key).SingleAsync()));
    }

    [Theory]
    [InlineData("close the 东岭阀门 ticket: new seal", "reopen the 东岭阀门 ticket: leaks again")]
    [InlineData("关闭东岭阀门的工单：换了密封圈", "重开东岭阀门的工单：又漏了")]
    public async Task It_is_closed_with_what_was_done_and_opened_again(string close, string reopen)
    {
        await using var bot = await OpenedAsync();
        var success = bot.As("林小雨");
        await success.Says(close);
        Assert.Equal(TicketState.Closed, await bot.Look(db => db.Tickets.Select(t => t.State).SingleAsync()));
        await success.Says(reopen);
        Assert.Equal(TicketState.Open, await bot.Look(db => db.Tickets.Select(t => t.State).SingleAsync()));
    }

    [Theory]
    [InlineData("who handles the 东岭阀门 ticket?")]
    [InlineData("东岭阀门的工单谁在处理")]
    public async Task Who_takes_care_of_it_is_told(string said)
    {
        await using var bot = await OpenedAsync();
        (await bot.As("赵磊").Says(said)).Hears("主轴有异响", "林小雨");
    }

    private static async Task<TestBot> OpenedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("给东岭阀门建个工单：主轴有异响");
        return bot;
    }
}
