using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>What rests or is paused is taken back by “撤销”, and what was taken back is said (AL-10).</summary>
public sealed class UndoneRestTests
{
    [Fact]
    public async Task AL_10_a_pause_for_everybody_is_taken_back_and_named()
    {
        await using var bot = await TestBot.StartAsync();
        var director = bot.As("何建国");
        (await director.Says("暂停所有提醒到3月20日，因为盘点")).Hears("全部提醒已暂停");
        (await director.Says("撤销")).Hears("已撤销", "全部提醒的暂停");
        Assert.Equal(0, await bot.Look(db => db.NudgePauses.CountAsync(p => p.EndedAt == null)));
    }

    [Theory]
    [InlineData("今天别给我推提醒", "撤销", "已恢复")]
    [InlineData("停滞的提醒先停一周", "撤回", "已恢复")]
    [InlineData("这周别再提醒我东岭阀门", "撤销", "东岭阀门 的提醒已恢复")]
    [InlineData("等报价出了再提醒我东岭阀门", "undo", "东岭阀门 的提醒已恢复")]
    public async Task AL_10_ones_own_rest_is_taken_back(string said, string back, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我周五开会");
        await rep.Says(said);
        (await rep.Says(back)).Hears(heard);
        Assert.Equal(0, await bot.Look(db => db.Settings.CountAsync(s => s.Name.StartsWith("rest/"))));
        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync(t => t.Title.Contains("开会"))));
    }

    [Theory]
    [InlineData("我周四周五请假", "请假 3月12日")]
    [InlineData("我3月16号请假", "请假 3月16日")]
    public async Task Leave_that_is_taken_back_is_named_with_its_days(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says(said);
        (await rep.Says("撤销")).Hears("已撤销", heard);
    }

    [Theory]
    [InlineData("哪些提醒停了")]
    [InlineData("我关了哪些")]
    [InlineData("现在停着什么")]
    [InlineData("what's paused")]
    [InlineData("which reminders are turned off")]
    public async Task What_rests_is_listed(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("这周别再提醒我东岭阀门");
        (await rep.Says(said)).Hears("您停了的提醒：1 项", "东岭阀门");
    }

    [Fact]
    public async Task A_managers_resume_wakes_what_rests_else_thaws_what_is_frozen_else_says_neither()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("这周别再提醒我东岭阀门MES");
        (await manager.Says("恢复东岭阀门MES")).Hears("东岭阀门MES 的提醒已恢复");
        (await manager.Says("resume 东岭阀门MES")).Hears("没有暂停", "没有冻结");
        await manager.Forges("freeze_deal", ("deal", "D1"), ("reason", "x"), ("date", "2026-04-30"));
        (await manager.Says("恢复东岭阀门MES的提醒")).Hears("要解冻吗");
        (await manager.Says("恢复东岭阀门MES")).Hears("已解冻");
    }
}
