using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

public sealed class StallLimitTests
{
    [Theory]
    [InlineData("把停滞天数改成10天", false, "停滞天数 · 7 天 → 10 天")]
    [InlineData("set the stalled limit to 10 days", true, "stall days · 7 d → 10 d")]
    public async Task AL_04_an_admin_sets_after_how_many_days_deals_are_stalled_and_alerts_follow_it(string said, bool english, string reads)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = english ? bot.As("管理员").InEnglish() : bot.As("管理员");

        (await admin.Says(said)).Hears(english ? "Why is the process changed?" : "为什么修改流程");
        (await admin.Says(english ? "too many alerts" : "提醒太多")).Hears(reads.Split(" · "));
        Assert.Equal(0, await bot.Look(db => db.Audit.CountAsync(a => a.Command == "stall_days" && a.Changes != "[]")));
        (await admin.Presses(english ? "Yes" : "确认")).Hears(english ? "holds from now on" : "已生效");

        Assert.Equal(1, await bot.Look(db => db.Audit.CountAsync(a => a.Command == "stall_days" && !a.Refused)));
        await bot.PassAsync(TimeSpan.FromDays(6));
        await bot.ScanAsync();
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.Rule == "stalled");
        await bot.PassAsync(TimeSpan.FromDays(3));
        await bot.ScanAsync();
        await bot.TellAsync();
        await bot.As("刘晨").IsTold("东岭泵业WMS", "在同一阶段已满 10 天");
        (await bot.As("王芳").Forges("stalled_deals")).Hears("10 天以上");
    }

    [Fact]
    public async Task Nobody_else_sets_it_and_asking_for_stalled_deals_is_still_a_question()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("王芳").Says("把停滞天数改成10天")).Hears("只有系统管理员可以修改");
        (await bot.As("王芳").Forges("stall_days", ("value", "10"), ("reason", "x"), ("confirm", "true"))).DoesNotHear("已生效");
        (await bot.As("管理员").Says("停滞10天的商机有哪些")).DoesNotHear("→");
        (await bot.As("管理员").Forges("settings", ("setting", "stall_days"), ("value", "0"))).Hears("没有做任何改动");
        Assert.Equal(0, await bot.Look(db => db.Settings.CountAsync(s => s.Name == "stall_days")));
        Assert.Equal(1, await bot.Look(db => db.Definitions.CountAsync()));
    }
}
