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

        await rep.IsTold("3月16日 周一：新的一周", "您的上一周", "跟进 1 次", "1 个商机本周应成交", "凌云电缆能耗", "¥1,450,000");
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

    [Fact]
    public async Task Deals_whose_day_has_passed_are_apart_with_the_button_that_gives_another_and_a_leader_reads_whose_they_are()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            await db.Deals.ExecuteUpdateAsync(set => set.SetProperty(d => d.CloseDate, new DateOnly(2026, 6, 1)));
            await db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(set => set.SetProperty(d => d.CloseDate, new DateOnly(2026, 3, 8)));
            return await db.Deals.Where(d => d.Key == "D3").ExecuteUpdateAsync(set => set.SetProperty(d => d.CloseDate, new DateOnly(2026, 3, 20)));
        });
        await bot.PassAsync(TimeSpan.FromDays(4.96));

        await bot.RoundAsync();

        var rep = bot.As("赵磊");
        await rep.IsTold("1 个商机本周应成交", "凌云电缆能耗", "1 个商机已过预计成交日", "东岭阀门MES", "3月8日 周日，已逾期 8 天", "改成交日期");
        await bot.As("王芳").IsTold("本周应成交 1 单，已过预计成交日 1 单", "东岭阀门MES", "赵磊 · 3月8日 周日，已逾期 8 天", "凌云电缆能耗", "赵磊 · 3月20日 周五", "打开");
        Assert.DoesNotContain(await bot.As("王芳").SeenAsync(), h => h.Text.Contains("改成交日期", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_our_own_people_have_not_decided_about_wants_no_other_day_and_is_said_to_be_with_them(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, manager) = english ? (bot.As("赵磊").InEnglish(), bot.As("王芳").InEnglish()) : (bot.As("赵磊"), bot.As("王芳"));
        await manager.Says("help");
        await bot.Look(db => db.Deals.Where(d => d.Key == "D3").ExecuteUpdateAsync(set => set.SetProperty(d => d.CloseDate, new DateOnly(2026, 3, 13))));
        await rep.Forges("submit_contract", ("deal", "D3"));
        await bot.PassAsync(TimeSpan.FromDays(4.96));

        await bot.RoundAsync();

        await rep.IsTold(english ? "1 deal is past its close date" : "1 个商机已过预计成交日", english ? "3 days late · 凌云电缆能耗 has waited 4 days for our approval, now with Wen Zheng" : "已逾期 3 天 · 凌云电缆能耗 待审批 4 天，现在 郑文 处");
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("改成交日期", StringComparison.Ordinal) || h.Text.Contains("another date", StringComparison.Ordinal));
        await manager.IsTold(english ? "1 deal is past its close date" : "1 个商机已过预计成交日", "凌云电缆能耗", english ? "Ray Zhao · Fri 13 Mar, 3 days late · 凌云电缆能耗 has waited" : "赵磊 · 3月13日 周五，已逾期 3 天 · 凌云电缆能耗 待审批");
        await rep.Presses(english ? "Urge" : "催一下");
        rep.Hears(english ? "was urged" : "已催");
    }

    [Fact]
    public async Task An_approval_that_the_same_message_says_is_late_is_not_said_again_of_its_deal()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.Look(db => db.Approvals.ExecuteUpdateAsync(set => set.SetProperty(a => a.Level, 2).SetProperty(a => a.DueAt, TestBot.Start)));
        await bot.Look(db => db.Deals.Where(d => d.Key == "D3").ExecuteUpdateAsync(set => set.SetProperty(d => d.CloseDate, new DateOnly(2026, 3, 18))));
        await bot.PassAsync(TimeSpan.FromDays(4.96));

        await bot.RoundAsync();

        var rep = bot.As("赵磊");
        await rep.IsTold("您提交的 1 个审批已超时", "催一下");
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("本周应成交", StringComparison.Ordinal));
        // Whoever leads reads it once too, with the day.
        var manager = bot.As("王芳");
        await manager.IsTold("1 个审批超时未决", "预计成交 3月18日 周三");
        Assert.DoesNotContain(await manager.SeenAsync(), h => h.Text.Contains("应成交 1 单", StringComparison.Ordinal) || h.Text.Contains("个商机本周应成交", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_to_close_on_a_Monday_that_is_a_day_off_is_said_the_week_before(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, manager) = english ? (bot.As("赵磊").InEnglish(), bot.As("王芳").InEnglish()) : (bot.As("赵磊"), bot.As("王芳"));
        await rep.Says("help");
        await manager.Says("help");
        await bot.Look(async db =>
        {
            await db.Deals.ExecuteUpdateAsync(set => set.SetProperty(d => d.CloseDate, new DateOnly(2026, 6, 1)));
            return await db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(set => set.SetProperty(d => d.CloseDate, new DateOnly(2026, 4, 6)));
        });
        bot.Clock.Set(new DateTimeOffset(2026, 3, 30, 9, 0, 0, TimeSpan.FromHours(8)));

        await bot.RoundAsync();

        await rep.IsTold(english ? "1 deal is to close by Mon 6 Apr" : "1 个商机到 4月6日 周一 应成交", "东岭阀门MES");
        await manager.IsTold("东岭阀门MES", english ? "Ray Zhao · Mon 6 Apr" : "赵磊 · 4月6日 周一");
    }

    [Fact]
    public async Task The_figure_of_stalled_deals_and_the_list_leave_out_what_we_have_not_decided_about_as_the_nudge_does()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.StandStillAsync(9, "D1", "D3");
        await bot.PassAsync(TimeSpan.FromDays(4.96));
        await bot.StandStillAsync(9, "D1", "D3");
        await bot.StandStillAsync(1, "D2", "D5", "D7");

        await bot.RoundAsync();

        var rep = bot.As("赵磊");
        await rep.IsTold("东岭阀门MES", "停滞 1 单");
        (await rep.Says("停滞的商机")).Hears("东岭阀门MES").DoesNotHear("凌云电缆能耗");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_morning_that_has_only_the_week_says_its_figures_in_the_line_above_it_and_leads_to_what_they_count(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, manager) = english ? (bot.As("赵磊").InEnglish(), bot.As("王芳").InEnglish()) : (bot.As("赵磊"), bot.As("王芳"));
        await rep.Says("help");
        await manager.Says("help");
        await bot.StandStillAsync(9, "D1", "D3");
        await bot.Look(db => db.Deals.Where(d => d.Key == "D2" || d.Key == "D5").ExecuteUpdateAsync(set => set.SetProperty(d => d.Stage, "signed").SetProperty(d => d.StageSince, TestBot.Start.AddDays(30))));
        await DigestTests.AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 10));
        await bot.RoundAsync();
        await bot.PassAsync(TimeSpan.FromDays(4.96));

        await bot.RoundAsync();

        var week = Assert.Single(await rep.SeenAsync(), h => h.Reply.Text == (english ? "Mon 16 Mar: a new week. Last week: 2 stalled, 1 to-do overdue" : "3月16日 周一：新的一周。上周：停滞 2 单，逾期待办 1 条"));
        Assert.Equal("report_weekly,stalled_deals,list_tasks", string.Join(',', week.Buttons.Select(b => b.Verb)));
        Assert.Contains(await manager.SeenAsync(), h => h.Reply.Text.Contains(english ? "Last week: 2 stalled" : "上周：停滞 2 单", StringComparison.Ordinal));
        await rep.Presses(english ? "All stalled deals" : "全部停滞商机");
        rep.Hears("东岭阀门MES", "凌云电缆能耗");
        await rep.Presses(english ? "My to-dos" : "我的待办");
        rep.Hears("给百川寄样本");
    }

    [Fact]
    public async Task What_is_as_it_was_a_week_before_is_said_in_one_line()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(db => db.Deals.Where(d => d.Owner.Name != "赵磊").ExecuteUpdateAsync(set => set.SetProperty(d => d.StageSince, TestBot.Start.AddDays(-60))));
        await bot.As("赵磊").Says("刚给东岭阀门周总打了电话，方案没问题");
        await bot.PassAsync(TimeSpan.FromDays(4.96));

        await bot.RoundAsync();

        var manager = bot.As("王芳");
        await manager.IsTold("上周情况 · 按人", "赵磊", "跟进 1 次", "刘晨", "与上周相同：没有跟进，停滞和逾期都没有变化");
        await bot.As("刘晨").IsTold("您的上一周", "与上周相同：停滞");
        Assert.DoesNotContain(await manager.SeenAsync(), h => h.Text.Contains("跟进 0 次", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_Monday_off_the_week_is_compared_with_what_the_last_report_said()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.StandStillAsync(60);
        await DigestTests.AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 30));
        bot.Clock.Set(new DateTimeOffset(2026, 4, 7, 9, 0, 0, TimeSpan.FromHours(8)));

        await bot.RoundAsync();

        // On Monday the 30th it was not overdue, a week before Tuesday the 7th it was.
        await bot.As("王芳").IsTold("上周情况 · 按人", "跟进 0 次，推进 0 次", "逾期待办 1 条", "与上周相同");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_late_approval_says_by_how_much_its_deal_is_past_its_close_date(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));
        await bot.Look(db => db.Approvals.ExecuteUpdateAsync(set => set.SetProperty(a => a.Level, 2).SetProperty(a => a.DueAt, TestBot.Start)));
        await bot.Look(db => db.Deals.Where(d => d.Key == "D3").ExecuteUpdateAsync(set => set.SetProperty(d => d.CloseDate, new DateOnly(2026, 3, 12))));
        await bot.PassAsync(TimeSpan.FromDays(4.96));

        await bot.RoundAsync();

        await rep.IsTold(english ? "was to close Thu 12 Mar, 4 days ago" : "预计成交 3月12日 周四，已过 4 天");
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
