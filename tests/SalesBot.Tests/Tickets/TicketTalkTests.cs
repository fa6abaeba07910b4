using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;
using SalesBot.Tickets;

namespace SalesBot.Tests.Tickets;

/// <summary>Tickets as people speak of them: whole troubles, those in view, whose they are.</summary>
public sealed class TicketTalkTests
{
    [Theory]
    [InlineData("给东岭阀门建个工单：主轴有异响", "主轴有异响")]
    [InlineData("东岭阀门的泵又停机了，帮他们开一张工单", "泵又停机了")]
    [InlineData("log a ticket for 东岭阀门: screen stays black", "screen stays black")]
    [InlineData("open a support ticket at 东岭阀门 because the seal leaks again", "the seal leaks again")]
    public async Task Its_content_is_the_trouble_and_nothing_else(string said, string trouble)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        var ticket = await bot.Look(db => db.Tickets.Include(t => t.Customer).SingleAsync());
        Assert.Equal(("C1", trouble), (ticket.Customer.Key, ticket.Content));
    }

    [Fact]
    public async Task The_customer_in_view_is_meant_and_the_ticket_in_view_is_closed_with_a_note_and_rated()
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, success) = (bot.As("赵磊"), bot.As("林小雨"));
        await rep.Says("东岭阀门怎么样");
        (await rep.Says("他们设备又报警了，帮他们开个工单")).Hears("工单已提交", "东岭阀门", "设备又报警了", "处理人", "林小雨");
        (await success.Says("我的工单")).Hears("林小雨 的未关闭工单 1 个", "设备又报警了");
        (await success.Says("这个工单修好了，可以关了")).Hears("怎么处理的");
        await success.Says("换了传感器");
        success.Hears("工单已关闭", "换了传感器");
        (await success.Says("客户打了4分")).Hears("满意度已记录", "★★★★☆");
        Assert.Equal((TicketState.Closed, "换了传感器"), await bot.Look(db => db.Tickets.Select(t => ValueTuple.Create(t.State, t.ClosingNote)).SingleAsync()));
        (await bot.As("刘晨").Says("还有哪些工单没关")).DoesNotHear("设备又报警了");
    }

    [Theory]
    [InlineData("凌云电缆的控制柜跳闸了，要不要开个工单？", "控制柜跳闸了")]
    [InlineData("东岭阀门说泵漏油，我们开张工单吗", "泵漏油")]
    [InlineData("东岭阀门's line is down, should we raise a ticket?", "line is down")]
    public async Task CU_14_a_question_whether_to_open_one_is_asked_back_and_a_yes_opens_it(string said, string trouble)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says(said);
        Assert.Equal(0, await bot.Look(db => db.Tickets.CountAsync()));
        if (rep.Last.Contains("开工单", StringComparison.Ordinal))
        {
            await rep.Says("是");
            var content = await bot.Look(db => db.Tickets.Select(t => t.Content).SingleAsync());
            Assert.Contains(trouble, content, StringComparison.Ordinal);
            Assert.DoesNotContain("ticket", content, StringComparison.Ordinal);
            Assert.DoesNotContain("工单", content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task CU_14_a_no_to_it_opens_none_and_an_order_opens_it_at_once()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("东岭阀门的泵停机了，开个工单？")).Hears("要给 东岭阀门 开工单");
        await rep.Presses("算了");
        Assert.Equal(0, await bot.Look(db => db.Tickets.CountAsync()));
        (await rep.Says("给东岭阀门建个工单：屏幕不亮")).Hears("工单已提交");
    }

    [Fact]
    public async Task CU_14_whoever_had_it_so_far_is_told_once_who_has_it_now()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("给东岭阀门建个工单：主轴有异响");
        (await bot.As("王芳").Says("把东岭阀门的工单转给赵磊")).Hears("赵磊");
        await bot.As("林小雨").IsTold("王芳 把 东岭阀门 的工单“主轴有异响”转给了 赵磊");
        Assert.Single(await bot.As("林小雨").SeenAsync(), h => h.Text.Contains("转给了", StringComparison.Ordinal));
        Assert.Single(await bot.As("赵磊").SeenAsync(), h => h.Text.Contains("转给了", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_no_ticket_in_view_points_are_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("东岭阀门怎么样");
        await bot.As("赵磊").Says("打4分");
        Assert.Equal(0, await bot.Look(db => db.Ratings.CountAsync()));
    }

    [Fact]
    public async Task It_is_handed_to_whoever_serves_and_to_nobody_else()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给东岭阀门建个工单：主轴有异响");
        (await rep.Says("把这个工单转给刘晨")).Hears("刘晨 不能接这个工单");
        (await rep.InEnglish().Says("reassign the ticket to Ray Zhao")).Hears("Ticket handed over", "Ray Zhao");
        await bot.As("林小雨").IsTold("主轴有异响");
        Assert.Equal("赵磊", await bot.Look(db => db.Tickets.Select(t => t.Assignee!.Name).SingleAsync()));
    }

    [Theory]
    [InlineData("有没有没解决完的工单")]
    [InlineData("which tickets are still open?")]
    [InlineData("do we have any unresolved tickets")]
    public async Task Asking_for_them_opens_none(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("未关闭工单 0 个");
        Assert.Equal(0, await bot.Look(db => db.Tickets.CountAsync()));
    }

    [Theory]
    [InlineData("今天新开的工单", "主轴有异响")]
    [InlineData("今天报了哪些工单", "主轴有异响")]
    [InlineData("本周的工单有哪些", "主轴有异响")]
    [InlineData("哪些工单超期了", "工单没有规定时限")]
    [InlineData("拖太久没关的工单", "主轴有异响")]
    [InlineData("东岭阀门没结的工单", "主轴有异响")]
    [InlineData("tickets raised today", "主轴有异响")]
    [InlineData("which tickets are late", "主轴有异响")]
    [InlineData("昨天提的工单", "没有工单")]
    public async Task CU_14_whoever_asks_for_tickets_opens_none(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给东岭阀门建个工单：主轴有异响");

        (await rep.Says(said)).Hears(heard).DoesNotHear("工单已提交");
        Assert.Equal(1, await bot.Look(db => db.Tickets.CountAsync()));
    }

    [Theory]
    [InlineData("东岭阀门 新开一个工单：主轴漏油")]
    [InlineData("给东岭阀门开个工单，昨天修的泵又坏了")]
    public async Task CU_14_what_is_to_be_opened_still_is(string said)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears("工单已提交");
    }

    [Theory]
    [InlineData("东岭阀门泵停机那个工单，换了保险丝，已经恢复了，关闭", TicketState.Closed)]
    [InlineData("东岭阀门停机的工单，明天上午派人过去", TicketState.Open)]
    [InlineData("东岭阀门那个工单，备件还在路上", TicketState.Open)]
    public async Task A_ticket_that_is_told_of_by_its_trouble_is_noted_or_closed_and_none_is_added(string said, object state)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("给东岭阀门建个工单：泵停机");
        await bot.As("林小雨").Says("凌云电缆怎么样");

        await bot.As("林小雨").Says(said);

        Assert.Equal((state, 0), (await bot.Look(db => db.Tickets.Select(t => t.State).SingleAsync()), await bot.Look(db => db.Todos.CountAsync())));
    }
}
