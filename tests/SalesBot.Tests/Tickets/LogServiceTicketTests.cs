using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tickets;

public sealed class LogServiceTicketTests
{
    [Fact]
    public async Task Opens_a_ticket_for_customer_success_and_undo_takes_it_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Forges("log_service_ticket")).Hears("哪个客户");
        (await rep.Forges("log_service_ticket", ("customer", "C5"))).Hears("出了什么问题");
        (await rep.Forges("log_service_ticket", ("customer", "C5"), ("content", "泵站报警"), ("priority", "high"))).Hears("工单已提交", "百川水务", "泵站报警", "林小雨");
        await bot.As("林小雨").IsTold("❗", "百川水务", "泵站报警");
        Assert.Equal("林小雨", await bot.Look(db => db.Tickets.Select(t => t.Assignee!.Name).SingleAsync()));

        await rep.Presses("撤销");
        Assert.Equal(0, await bot.Look(db => db.Tickets.CountAsync()));
    }

    [Fact]
    public async Task The_owner_hears_of_a_ticket_by_somebody_else()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("林小雨").InEnglish().Forges("log_service_ticket", ("customer", "C5"), ("content", "the pump is down"))).Hears("Service ticket opened");
        await bot.As("赵磊").IsTold("百川水务", "the pump is down");
        (await bot.As("赵磊").Forges("log_service_ticket", ("customer", "C2"), ("content", "x"))).Hears("没有找到");
    }
}
