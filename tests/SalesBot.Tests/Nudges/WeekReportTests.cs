using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>The first digest of a week (complaint 39).</summary>
public sealed class WeekReportTests
{
    [Fact]
    public async Task On_Monday_a_rep_reads_the_week_behind_and_what_is_to_close_though_nothing_waits()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("刚给东岭阀门周总打了电话，方案没问题");
        await rep.Says("凌云电缆能耗预计成交日改到3月20日");
        await bot.PassAsync(TimeSpan.FromDays(4.96));

        await bot.RoundAsync();

        await rep.IsTold("3月16日 周一：新的一周", "您的上一周", "跟进 1 次", "1 个商机应在本周或更早成交", "凌云电缆能耗", "¥1,450,000");
        await rep.Presses("打开");
        rep.Hears("凌云电缆能耗");
        Assert.Equal(0, await bot.RoundsAsync(TimeSpan.FromHours(3)));
    }

    [Fact]
    public async Task Who_has_nothing_and_did_nothing_gets_no_report_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(db => db.Deals.ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, SalesBot.Deals.DealStatus.Lost)));
        await bot.PassAsync(TimeSpan.FromDays(5));

        await bot.RoundAsync();

        Assert.DoesNotContain(await bot.As("赵磊").SeenAsync(), h => h.Text.Contains("上一周", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manager_reads_a_line_for_each_rep_and_the_director_one_for_each_team()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("刚给东岭阀门周总打了电话，方案没问题");
        await bot.As("何建国").InEnglish().Says("hello");
        await bot.PassAsync(TimeSpan.FromDays(4.96));

        await bot.RoundAsync();

        var manager = bot.As("王芳");
        await manager.IsTold("上周情况 · 按人", "赵磊", "刘晨");
        var director = bot.As("何建国").InEnglish();
        await director.IsTold("Last week, team by team", "International");
        await manager.Presses("周报");
        manager.Hears("赵磊 · 上周");
    }

    [Theory]
    [InlineData("2026-03-16T09:00", true)]
    [InlineData("2026-03-16T08:00", false)]
    [InlineData("2026-03-17T09:00", false)]
    [InlineData("2026-10-08T09:00", true)]
    [InlineData("2026-10-10T09:00", false)]
    public async Task After_a_break_the_first_working_day_has_the_report(string local, bool due)
    {
        await using var bot = await TestBot.StartAsync();
        var now = Zones.Instant(DateOnly.Parse(local[..10], System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(local[11..], System.Globalization.CultureInfo.InvariantCulture), "Asia/Shanghai");

        Assert.Equal(due, WeekReport.IsDue(await bot.PersonAsync("赵磊"), now));
        Assert.False(WeekReport.IsDue(await bot.PersonAsync("郑文"), now));
    }
}
