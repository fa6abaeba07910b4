using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Reports;

public sealed class TargetTests
{
    [Fact]
    public async Task A_target_for_my_team_is_the_teams_and_not_my_own()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");

        await manager.Forges("set_target", ("scope", "team"), ("amount", "5000000"), ("period", "2026-03"));

        manager.Hears("目标已设定", "北区组", "¥5,000,000");
        var target = await bot.Look(db => db.Targets.Include(t => t.Team).SingleAsync());
        Assert.Equal(("T1", null), (target.Team?.Key, target.PersonId));
    }

    [Fact]
    public async Task A_team_target_is_shown_to_who_sees_the_whole_team_only()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Forges("set_target", ("team", "T1"), ("amount", "5000000"), ("period", "2026-03"));
        await bot.As("赵磊").Forges("win_deal", ("deal", "D3"));

        (await bot.As("刘晨").Forges("target_progress")).Hears("还没有设定目标").DoesNotHear("1,450,000");
        (await bot.As("刘晨").Forges("target_progress", ("team", "T1"))).DoesNotHear("1,450,000");
        (await manager.Forges("target_progress", ("person", "P3"))).DoesNotHear("1,450,000");
        (await manager.Forges("target_progress")).Hears("北区组", "已签 ¥1,450,000，目标 ¥5,000,000");
    }

    [Fact]
    public async Task A_regional_manager_without_a_team_gets_a_target_that_counts_everybody_below()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("孙丽").InEnglish().Forges("set_target", ("scope", "team"), ("amount", "5000000"), ("period", "2026-03"));

        Assert.Equal(1, await bot.Look(db => db.Targets.CountAsync(t => t.Person!.Key == "P9")));
    }
}
