using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

public sealed class StallLimitTests
{
    [Theory]
    [InlineData("把停滞天数改成10天", false, "停滞天数：7 → 10 天")]
    [InlineData("set the stalled limit to 10 days", true, "Stall limit: 7 → 10 days")]
    public async Task An_admin_sets_after_how_many_days_deals_are_stalled_and_alerts_follow_it(string said, bool english, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = english ? bot.As("管理员").InEnglish() : bot.As("管理员");

        await admin.Says(said);

        admin.Hears(answer);
        Assert.Equal(1, await bot.Look(db => db.Audit.CountAsync(a => a.Command == "settings" && !a.Refused)));
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
        (await bot.As("管理员").Says("停滞10天的商机有哪些")).DoesNotHear("→");
        (await bot.As("管理员").Forges("settings", ("setting", "stall_days"), ("value", "0"))).Hears("没有做任何改动");
        Assert.Equal(0, await bot.Look(db => db.Settings.CountAsync(s => s.Name == "stall_days")));
    }
}
