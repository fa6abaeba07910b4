using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tickets;

/// <summary>How a ticket stands is asked for by its customer or by its words.</summary>
public sealed class TicketNewsTests
{
    [Theory]
    [InlineData("百川水务那张工单处理到哪一步了")]
    [InlineData("百川水务的工单有进展吗")]
    [InlineData("泵站报警那个工单现在什么情况")]
    [InlineData("泵站报警的工单解决了没有")]
    [InlineData("is there any update on the 百川水务 ticket?")]
    [InlineData("has the 百川水务 ticket been solved yet")]
    [InlineData("what's going on with the 百川水务 ticket")]
    public async Task One_ticket_is_told_of(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("log_service_ticket", ("customer", "C5"), ("content", "泵站报警"));
        await rep.Forges("log_service_ticket", ("customer", "C3"), ("content", "扫码枪连不上"));
        (await rep.Says(asked)).Hears("泵站报警", "林小雨").DoesNotHear("扫码枪", "已提交", "完整度");
        Assert.Equal(2, await bot.Look(db => db.Tickets.CountAsync()));
    }

    [Theory]
    [InlineData("凌云电缆那个工单怎么样了")]
    [InlineData("any news on the 凌云电缆 ticket")]
    public async Task That_there_is_none_is_said(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("log_service_ticket", ("customer", "C5"), ("content", "泵站报警"));
        (await rep.Says(asked)).Hears("没有登记过").DoesNotHear("泵站报警");
    }

    [Fact]
    public async Task Several_are_listed()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("log_service_ticket", ("customer", "C5"), ("content", "泵站报警"));
        await rep.Forges("log_service_ticket", ("customer", "C5"), ("content", "报表打不开"));
        (await rep.Says("百川水务那个工单咋样了")).Hears("泵站报警", "报表打不开");
    }
}
