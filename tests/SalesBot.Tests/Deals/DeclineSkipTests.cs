using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Process;

namespace SalesBot.Tests.Deals;

/// <summary>ST-04: a rep asks that the gate be overridden; the superior grants it or says why not, and the rep hears of it.</summary>
public sealed class DeclineSkipTests
{
    [Theory]
    [InlineData("申请特批放行东岭泵业")]
    [InlineData("能不能给东岭泵业WMS特批放行")]
    [InlineData("东岭泵业能不能申请特批")]
    [InlineData("can you override the gate for 东岭泵业WMS")]
    [InlineData("I need an exception for 东岭泵业WMS")]
    public async Task ST_04_the_superior_declines_and_who_asked_reads_why(string said)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var english = char.IsAscii(said[0]);
        var (rep, manager) = (english ? bot.As("刘晨").InEnglish() : bot.As("刘晨"), bot.As("王芳"));

        (await rep.Says(said)).Hears(english ? "Why should it pass" : "为什么要跳过中间阶段或放行");
        (await rep.Says(english ? "they want the offer tomorrow" : "客户明天就要方案")).Hears(english ? "I asked Fiona Wang" : "已请 王芳 定夺");
        await manager.IsTold("东岭泵业WMS", english ? "they want the offer tomorrow" : "客户明天就要方案");
        (await manager.Presses("不同意")).Hears("为什么不放行");
        (await manager.Says("调研表还没有")).Hears("原因已告知刘晨");

        await rep.IsTold("东岭泵业WMS", "调研表还没有");
        Assert.Equal("qualify", await bot.StageAsync("D2"));
        Assert.Equal(0, await bot.Look(db => db.Audit.CountAsync(a => a.Refused)));
    }

    [Theory]
    [InlineData("申请特批放行东岭泵业，因为客户明天就要方案")]
    [InlineData("东岭泵业申请特批放行，客户明天就要方案")]
    public async Task ST_04_a_reason_that_was_said_at_once_is_not_asked_again(string said)
    {
        await using var bot = await ShippedCompany.StartAsync();
        (await bot.As("刘晨").Says(said)).Hears("已请 王芳 定夺");
        var manager = bot.As("王芳");
        await manager.IsTold("客户明天就要方案");
        await manager.Presses("同意放行");
        Assert.Equal("proposal", await bot.StageAsync("D2"));
        await manager.Forges("decline_skip", ("deal", "D2"), ("from", "qualify"), ("stage", "proposal"), ("reason", "算了"));
        manager.Hears("方案提交");
    }

    [Fact]
    public async Task ST_04_nobody_declines_for_another_line()
    {
        await using var bot = await ShippedCompany.StartAsync();
        await bot.As("刘晨").Forges("decline_skip", ("deal", "D2"), ("reason", "x"));
        Assert.Equal(1, await bot.Look(db => db.Audit.CountAsync(a => a.Refused && a.Command == "decline_skip")));
    }
}
