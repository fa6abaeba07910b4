using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;
using SalesBot.Tickets;

namespace SalesBot.Tests.Tickets;

public sealed class TicketTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task CU_14_a_ticket_is_reported_closed_with_a_note_rated_and_opened_again(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var (rep, success) = (bot.As("赵磊"), bot.As("林小雨"));
        await rep.Says("东岭阀门报修：3号阀漏油");
        (await success.Says("东岭阀门的工单")).Hears("东岭阀门 的工单，未关闭 1 个", "3号阀漏油", "处理中", "林小雨");
        await success.Says("关闭东岭阀门的工单，已更换密封圈");
        success.Hears("工单已关闭", "已更换密封圈", "★★★★★");
        await rep.IsTold("林小雨 关闭了 东岭阀门 的工单", "已更换密封圈", "★★★★☆");
        await rep.Presses("★★★★☆");
        rep.Hears("满意度已记录", "★★★★☆");
        (await rep.Says("东岭阀门怎么样")).Hears("未关闭工单 0/1 · 满意度 4");
        await rep.Says("重新打开东岭阀门的工单，又漏了");
        rep.Hears("工单已重开", "又漏了");
        await success.IsTold("赵磊 重新打开了 东岭阀门 的工单", "又漏了");
        var ticket = await bot.Look(db => db.Tickets.SingleAsync());
        Assert.Equal((TicketState.Open, 1, TicketKind.Fault), (ticket.State, ticket.Reopened, ticket.Kind));
    }

    [Fact]
    public async Task CU_12_one_card_gathers_contracts_service_promises_and_talks()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("刚拜访完东岭阀门周总，方案认可，我们周五前寄样");
        await rep.Says("东岭阀门报修：3号阀漏油");
        await rep.Says("东岭阀门满意度4分");
        await bot.Look(async db =>
        {
            db.Add(new SalesBot.Contracts.Contract { Key = "K9", Title = "一期合同", Deal = await db.Deals.SingleAsync(d => d.Key == "D1"), Customer = await db.Customers.SingleAsync(c => c.Key == "C1"), Amount = 100, Currency = "CNY", CreatedAt = TestBot.Start });
            return await db.SaveChangesAsync();
        });
        (await rep.Says("东岭阀门怎么样")).Hears("一期合同", "未关闭工单 1/1 · 满意度 4", "未兑现 1，已过期 0", "方案认可", "东岭阀门MES", "周国平", "评分");
    }

    [Fact]
    public async Task CU_14_in_English_and_the_note_is_asked_for()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("Kevin Doyle").InEnglish().Says("open a service ticket for Quarry Stone: pump is broken");
        var success = bot.As("林小雨").InEnglish();
        (await success.Says("open tickets")).Hears("Open tickets: 1", "Quarry Stone", "Rain Lin");
        (await success.Says("close the ticket of Quarry Stone")).Hears("What was done?");
        (await success.Says("replaced the seal")).Hears("Ticket closed", "replaced the seal");
        (await success.Says("close the ticket of Quarry Stone")).Hears("no open ticket");
    }

    [Fact]
    public async Task A_stranger_closes_nothing_and_a_score_is_1_to_5()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("东岭阀门报修：3号阀漏油");
        var key = await bot.Look(db => db.Tickets.Select(t => t.Key).SingleAsync());
        (await bot.As("刘晨").Forges("close_ticket", ("ticket", key), ("note", "x"))).DoesNotHear("已关闭");
        (await bot.As("郑文").Forges("close_ticket", ("ticket", key), ("note", "x"))).DoesNotHear("工单已关闭");
        Assert.True(await bot.Look(db => db.Audit.AnyAsync(a => a.Refused && a.Command == "close_ticket")));
        (await bot.As("赵磊").Says("东岭阀门满意度9分")).Hears("“9分”不是评分");
        Assert.Equal((1, 0), (await bot.Look(db => db.Tickets.CountAsync(t => t.State == TicketState.Open)), await bot.Look(db => db.Ratings.CountAsync())));
    }

    [Fact]
    public async Task CU_15_satisfaction_is_noted_and_its_trend_shown()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门满意度3分");
        await bot.PassAsync(TimeSpan.FromDays(40));
        (await rep.Says("东岭阀门满意度5分")).Hears("满意度已记录", "★★★★★");
        (await rep.Says("客户满意度趋势")).Hears("平均 4 分", "2 次评价", "满意（4–5 分）50%", "2026 年 4 月", "2026 年 3 月");
        (await rep.InEnglish().Says("how satisfied is 东岭阀门")).Hears("Satisfaction of 东岭阀门", "mean 4 of 5");
        (await bot.As("刘晨").Says("客户满意度趋势")).Hears("还没有满意度记录");
    }
}
