using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>Owner and superior, then the director, announced beforehand (complaints 4 and 23).</summary>
public sealed class LadderTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.Postgres)]
    public async Task What_nobody_deals_with_reaches_the_director_on_the_day_that_was_announced_and_once(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.StandStillAsync(9, "D1");
        await bot.RoundAsync();
        await bot.As("赵磊").IsTold("东岭阀门MES 已停滞 9 天", "到 3月18日 周三", "仍未处理的，会告知 何建国");
        var director = bot.As("何建国");

        await bot.RoundsAsync(TimeSpan.FromDays(6.9));
        Assert.DoesNotContain(await director.SeenAsync(), h => h.Text.Contains("停滞", StringComparison.Ordinal) && h.Text.Contains("东岭阀门MES", StringComparison.Ordinal));
        await bot.RoundsAsync(TimeSpan.FromDays(1.1));

        await director.IsTold("东岭阀门MES");
        Assert.Single(await bot.FoundAsync(), f => f.SubjectKey == "D1" && f.Step == 1);
        await bot.RoundsAsync(TimeSpan.FromDays(2));
        Assert.Single(await bot.FoundAsync(), f => f.SubjectKey == "D1" && f.Step == 1);
    }

    [Fact]
    public async Task The_day_on_which_the_next_one_is_told_is_one_on_which_they_work()
    {
        await using var bot = await TestBot.StartAsync();
        // A week later is the Monday of Qingming.
        bot.Clock.Set(new DateTimeOffset(2026, 3, 30, 9, 0, 0, TimeSpan.FromHours(8)));
        await bot.StandStillAsync(9, "D1");

        await bot.RoundAsync();

        await bot.As("赵磊").IsTold("东岭阀门MES", "到 4月7日 周二 仍未处理的，会告知 何建国");
    }

    [Fact]
    public async Task Where_the_next_are_many_they_are_said_by_what_they_are()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(db => db.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.LastInteractionAt, TestBot.Start.AddDays(-40))));

        await bot.RoundAsync();

        var told = await bot.Look(db => db.Outbox.Select(o => o.Content).ToListAsync());
        Assert.Contains(told, t => System.Text.RegularExpressions.Regex.Unescape(t).Contains("会告知 各负责人 和 其直属上级", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_dealt_with_goes_no_further_up()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.StandStillAsync(9, "D1");
        await bot.RoundAsync();
        await bot.As("赵磊").Forges("move_stage", ("deal", "D1"), ("stage", "negotiation"));

        await bot.RoundsAsync(TimeSpan.FromHours(1));

        Assert.All((await bot.FoundAsync()).Where(f => f.SubjectKey == "D1"), f => Assert.Equal((FindingState.Cleared, true), (f.State, f.ClearedAt is not null)));
        await bot.PassAsync(TimeSpan.FromDays(7));
        await bot.RoundAsync();
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.SubjectKey == "D1" && f.Step == 1);
    }

    [Fact]
    public async Task Nobody_on_leave_is_told_and_what_waits_for_them_climbs_all_the_same()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            db.Add(new Absence { Key = "A1", Person = db.People.First(p => p.Name == "赵磊"), From = new DateOnly(2026, 3, 11), To = new DateOnly(2026, 3, 20), CreatedAt = TestBot.Start });
            return await db.SaveChangesAsync();
        });
        await bot.StandStillAsync(9, "D1");

        await bot.RoundsAsync(TimeSpan.FromDays(8));

        Assert.Empty(await bot.As("赵磊").SeenAsync());
        await bot.As("王芳").IsTold("东岭阀门MES");
        await bot.As("何建国").IsTold("东岭阀门MES");
        await bot.PassAsync(TimeSpan.FromDays(5));
        await bot.RoundAsync();
        await bot.As("赵磊").IsTold("东岭阀门MES");
    }

    [Fact]
    public async Task AL_10_while_nudges_are_paused_nobody_is_told_and_afterwards_what_still_holds_is()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            db.Add(new NudgePause { Key = "N1", By = db.People.First(p => p.Name == "何建国"), Reason = "停电", CreatedAt = TestBot.Start, Until = TestBot.Start.AddDays(1) });
            return await db.SaveChangesAsync();
        });
        await bot.StandStillAsync(9, "D1", "D3");

        Assert.Equal(0, await bot.RoundsAsync(TimeSpan.FromHours(7)));
        await bot.As("赵磊").Forges("move_stage", ("deal", "D1"), ("stage", "negotiation"));
        await bot.PassAsync(TimeSpan.FromHours(18));
        await bot.RoundAsync();

        await bot.As("赵磊").IsTold("凌云电缆能耗 已停滞");
    }

    [Fact]
    public async Task Where_the_direct_superior_has_left_the_next_one_above_is_told()
    {
        await using var bot = await TestBot.StartAsync();
        await DigestTests.SetAsync(bot, "王芳", p => p.Active = false);
        await bot.StandStillAsync(9, "D1");

        await bot.RoundAsync();

        await bot.As("孙丽").IsTold("赵磊 的商机 东岭阀门MES");
    }
}
