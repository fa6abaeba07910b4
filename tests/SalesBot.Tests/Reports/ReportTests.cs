using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Tests.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Reports;

public sealed class ReportTests
{
    [Fact]
    public async Task The_daily_report_counts_what_the_team_did_and_shows_what_is_due_next()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("log_followup", ("deal", "D1"), ("content", "方案认可"), ("method", "visit"), ("next_step", "发报价"), ("next_date", "2026-03-12"));
        await bot.As("Kevin Doyle").Forges("log_followup", ("deal", "D7"), ("content", "called Quarry"));
        await CloseAsync(bot, "D3", DealStatus.Won);

        (await bot.As("王芳").Forges("report_daily")).Hears("日报", "我的团队", "赢单（1）", "凌云电缆能耗", "方案认可", "发报价").DoesNotHear("called Quarry");
        (await bot.As("何建国").InEnglish().Forges("report_weekly")).Hears("Weekly report", "everybody", "Follow-ups (2)", "called Quarry", "Ray Zhao").DoesNotHear("赵磊");
        (await bot.As("刘晨").Forges("report_daily")).Hears("刘晨", "没有任何记录");
        (await bot.As("刘晨").Forges("report_daily", ("person", "P2"))).Hears("无权查看");
        (await bot.As("郑文").Forges("report_daily")).Hears("权限范围");
    }

    [Fact]
    public async Task What_is_overdue_stands_apart_from_what_is_due_next_and_ones_own_name_is_left_out()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("add_task", ("content", "发报价"), ("date", "2026-03-13"));
        await rep.Forges("add_task", ("content", "补合同"), ("date", "2026-03-11"));
        bot.Clock.Advance(TimeSpan.FromDays(1));
        (await rep.Forges("report_daily")).Hears("逾期待办（1）", "接下来到期（1）", "发报价", "补合同").DoesNotHear("· 赵磊");
        (await bot.As("王芳").Forges("report_daily")).Hears("· 赵磊");
    }

    [Fact]
    public async Task A_target_is_set_with_number_and_period_and_its_progress_is_what_was_won()
    {
        await using var bot = await TestBot.StartAsync();
        var (manager, rep) = (bot.As("王芳"), bot.As("赵磊"));

        (await manager.Forges("set_target", ("person", "P2"), ("amount", "2000000"))).Hears("哪个月");
        (await manager.Forges("set_target", ("person", "P2"), ("amount", "2000000"), ("period", "2026-03"))).Hears("目标已设定", "赵磊", "¥2,000,000");
        await rep.IsTold("王芳 给您设定了", "¥2,000,000");
        await CloseAsync(bot, "D3", DealStatus.Won);
        (await rep.Forges("target_progress")).Hears("已签 ¥1,450,000，目标 ¥2,000,000", "72%", "35%");

        (await manager.Forges("set_target", ("person", "P2"), ("amount", "1450000"), ("period", "2026-03"))).Hears("¥2,000,000 → **¥1,450,000**");
        (await rep.Forges("target_progress")).Hears("100%");
        (await rep.Forges("set_target", ("person", "P2"), ("amount", "1"), ("period", "2026-03"))).Hears("权限范围");
        (await manager.Forges("set_target", ("person", "P5"), ("amount", "1"), ("period", "2026-03"))).Hears("无权查看");
        (await manager.Forges("set_target", ("person", "P3"), ("amount", "1"), ("period", "2025-03"))).Hears("没有设定目标");
        Assert.Equal(1, await bot.Look(db => db.Targets.CountAsync()));
    }

    [Fact]
    public async Task The_leaderboard_ranks_by_won_sums_and_hides_the_amounts_of_others_from_a_rep()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").Forges("leaderboard")).Hears("还没有赢单");
        await CloseAsync(bot, "D3", DealStatus.Won);
        await CloseAsync(bot, "D2", DealStatus.Won);
        await CloseAsync(bot, "D7", DealStatus.Won);

        (await bot.As("何建国").Forges("leaderboard")).Hears("1. 赵磊", "¥1,450,000", "2. 刘晨", "¥310,000", "1. Kevin Doyle", "$88,000");
        (await bot.As("刘晨").Forges("leaderboard")).Hears("1. 赵磊", "2. 刘晨", "¥310,000").DoesNotHear("¥1,450,000", "Kevin");
    }

    [Fact]
    public async Task Stalled_deals_and_silent_customers_are_listed_with_their_days()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Forges("stalled_deals")).Hears("没有停滞的商机");
        (await rep.Forges("silent_customers")).Hears("没有被遗忘的客户");

        bot.Clock.Advance(TimeSpan.FromDays(30));
        (await rep.Forges("stalled_deals", ("days", "21"))).Hears("3 个商机 21 天以上没有推进", "东岭阀门MES", "32 天").DoesNotHear("东岭泵业");
        (await bot.As("王芳").InEnglish().Forges("silent_customers")).Hears("4 customers have been silent for 30 days", "33 d").DoesNotHear("Quarry");
        (await rep.Forges("stalled_deals", ("person", "P3"))).Hears("无权查看");
    }

    [Fact]
    public async Task A_long_list_of_stalled_deals_turns_its_pages_as_any_list_does()
    {
        await using var bot = await TestBot.StartAsync();
        await QueryDealsTests.AddDeals(bot, 12);
        bot.Clock.Advance(TimeSpan.FromDays(30));
        var rep = bot.As("赵磊");

        (await rep.Forges("stalled_deals", ("stage", "contact"))).Hears("第 1/2 页", "小单 10").DoesNotHear("小单 11", "上一页");
        (await rep.Presses("下一页 ›")).Hears("第 2/2 页", "小单 12").DoesNotHear("下一页");
        Assert.True(Assert.Single(rep.LastMessages).Reply.InPlace);
    }

    private static async Task CloseAsync(TestBot bot, string key, DealStatus status)
    {
        await using var db = bot.Open();
        var deal = await db.Deals.SingleAsync(d => d.Key == key);
        (deal.Status, deal.Stage, deal.ClosedAt) = (status, "won", TestBot.Start);
        await db.SaveChangesAsync();
    }
}
