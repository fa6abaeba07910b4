using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>What is said to approvers a second time, and of what is overdue.</summary>
public sealed class ReminderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AP_03_past_the_last_step_it_is_told_when_it_is_so_and_each_week_to_those_who_lead_too_and_the_submitter_may_urge(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, admin) = english ? (bot.As("赵磊").InEnglish(), bot.As("管理员").InEnglish()) : (bot.As("赵磊"), bot.As("管理员"));
        await rep.Says("help");
        await admin.Says("help");
        await rep.Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        var (manager, director) = english ? (bot.As("王芳").InEnglish(), bot.As("何建国").InEnglish()) : (bot.As("王芳"), bot.As("何建国"));
        await manager.Says("help");
        await director.Says("help");
        // Escalated on Friday and on Monday, with the administrator until Wednesday the 18th.
        for (var hour = 0; hour < 24 * 9 - 1; hour++)
        {
            await ClockTests.TickAsync(bot, TimeSpan.FromHours(1));
        }

        await admin.IsTold(english ? "1 approval with you is overdue" : "1 个审批在您这里已超时", "凌云电缆能耗", english ? "was due Wed 18 Mar 09:00 · with you since Mon 16 Mar 09:00 · submitted by Ray Zhao · Wen Zheng and Jack He may decide too" : "应于 3月18日 周三 09:00 前处理 · 3月16日 周一 09:00 起在您这里 · 赵磊 提交 · 郑文 和 何建国 也可处理");
        await director.IsTold(english ? "1 approval is overdue" : "1 个审批超时未决", english ? "with Admin · submitted by Ray Zhao · you may decide too" : "在 管理员 处 · 赵磊 提交 · 您也可处理", "¥1,450,000");
        Assert.Equal([18], await LateAsync(bot, "管理员"));
        await rep.IsTold(english ? "1 approval that you submitted is overdue" : "您提交的 1 个审批已超时", english ? "Wen Zheng and Jack He may decide too" : "郑文 和 何建国 也可处理");
        await rep.Presses(english ? "Urge" : "催一下");
        rep.Hears(english ? "Admin, Wen Zheng, Jack He was urged" : "已催 管理员、郑文、何建国");
        await bot.DeliverAsync();
        await director.IsTold(english ? "Ray Zhao asks you to decide on “凌云电缆能耗”: it is overdue with Admin, and you may decide too" : "赵磊 请您尽快处理“凌云电缆能耗”：在 管理员 处已超时，您也可处理");

        for (var hour = 0; hour < 24 * 10; hour++)
        {
            await ClockTests.TickAsync(bot, TimeSpan.FromHours(1));
        }

        foreach (var name in new[] { "管理员", "赵磊", "王芳", "何建国" })
        {
            Assert.Equal([18, 23, 30], await LateAsync(bot, name));
        }

        await manager.IsTold(english ? "12 days overdue · with Admin" : "已超时 12 天 · 在 管理员 处");
        await admin.Forges("approve");
        await ClockTests.TickAsync(bot, TimeSpan.FromDays(7));
        Assert.Equal([18, 23, 30], await LateAsync(bot, "管理员"));
    }

    [Fact]
    public async Task AP_02_the_second_reminder_is_a_line_and_not_the_whole_card_again()
    {
        await using var bot = await ClockTests.SubmittedAsync();
        await ClockTests.RoundAsync(bot, TimeSpan.FromHours(24));
        bot.Clock.Set(new DateTimeOffset(2026, 3, 13, 9, 0, 0, TimeSpan.FromHours(8)));

        await ClockTests.RoundAsync(bot, TimeSpan.Zero);

        var legal = bot.As("郑文");
        await legal.IsTold("1 个审批等您处理，时限将到", "截止 3月13日 周五 10:00，还剩 1 小时；到时将升级给 何建国");
        Assert.Single(await legal.SeenAsync(), h => h.Text.Contains("还剩 1 小时", StringComparison.Ordinal) && !h.Text.Contains("退回修改", StringComparison.Ordinal));
        // The card came once, with the submission; the first reminder was a line too.
        Assert.Single(await legal.SeenAsync(), h => h.Text.Contains("退回修改", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AP_02_the_second_reminder_of_a_last_day_says_what_is_left_of_it(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var legal = english ? bot.As("郑文").InEnglish() : bot.As("郑文");
        await legal.Says("help");
        // From Friday to Sunday, so until Monday morning: Friday has both reminders.
        bot.Clock.Set(new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.FromHours(8)));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.Look(db => db.Approvals.ExecuteUpdateAsync(set => set.SetProperty(a => a.DueAt, new DateTimeOffset(2026, 3, 14, 9, 0, 0, TimeSpan.FromHours(8)))));
        for (var hour = 0; hour < 33; hour++)
        {
            await ClockTests.RoundAsync(bot, TimeSpan.FromHours(1));
        }

        await legal.IsTold("凌云电缆能耗", english ? "please decide before you leave today" : "今天下班前请处理");
        await legal.IsTold("凌云电缆能耗", english ? "you leave in 1 hour and this is the last working day for it" : "还有 1 小时下班，今天是最后一天");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AP_02_hours_of_a_weekend_are_no_time_to_decide_in(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var legal = english ? bot.As("郑文").InEnglish() : bot.As("郑文");
        await legal.Says("help");
        // From Thursday evening on: due on Monday morning.
        bot.Clock.Advance(TimeSpan.FromHours(32));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        for (var hour = 0; hour < 24; hour++)
        {
            await ClockTests.RoundAsync(bot, TimeSpan.FromHours(1));
        }

        await legal.IsTold("凌云电缆能耗", english ? "you leave in 1 hour and this is the last working day for it" : "还有 1 小时下班，今天是最后一天");
        Assert.DoesNotContain(await legal.SeenAsync(), h => h.Text.Contains("还剩", StringComparison.Ordinal) || h.Text.Contains("hours left", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AP_03_what_is_only_to_be_known_stands_last_and_is_no_thing_that_waits(bool english)
    {
        await using var bot = await ClockTests.SubmittedAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says("help");
        await SalesBot.Tests.Nudges.DigestTests.AddTodoAsync(bot, "给百川寄样本", new DateOnly(2026, 3, 13));
        await bot.Look(db => db.Approvals.ExecuteUpdateAsync(set => set.SetProperty(a => a.DueAt, new DateTimeOffset(2026, 3, 13, 3, 0, 0, TimeSpan.FromHours(8)))));
        for (var hour = 0; hour < 47; hour++)
        {
            await ClockTests.TickAsync(bot, TimeSpan.FromHours(1));
        }

        await rep.IsTold(english ? "1 thing for you" : "1 件事等您处理", "给百川寄样本", "凌云电缆能耗");
        var sent = await bot.Look(db => db.Outbox.Where(o => o.Subject!.StartsWith("digest:")).OrderByDescending(o => o.Id).Select(o => o.Content).FirstAsync());
        Assert.Contains(english ? "1 to-do is due today; also for your information: 1 approval is past its time and was escalated" : "今天有 1 条待办到期；另：1 个审批已超时并升级", System.Text.RegularExpressions.Regex.Unescape(sent), StringComparison.Ordinal);
    }

    [Fact]
    public void AP_03_what_is_told_each_week_is_as_late_as_it_is()
    {
        Told told = new(new SalesBot.Words.Word("Week.mine"), [], [new Finding { Since = TestBot.Start }]);

        Assert.True(DayPlan.Weight(told with { LateSince = TestBot.Start.AddDays(-15) }, TestBot.Start) > 10 * DayPlan.Weight(told, TestBot.Start));
    }

    /// <summary>The days of March on which they were told.</summary>
    private static async Task<List<int>> LateAsync(TestBot bot, string name)
    {
        var id = (await bot.PersonAsync(name)).Id;
        return [.. (await bot.FoundAsync()).Where(f => f.Rule == "approval_late" && f.PersonId == id && f.ToldAt is not null).Select(f => f.ToldAt!.Value.ToOffset(TimeSpan.FromHours(8)).Day).Distinct().Order()];
    }
}
