using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>Why somebody was told is answered from what was kept then (idea 8), and only to them.</summary>
public sealed class WhyNudgeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AL_04_why_tells_rule_facts_and_the_clock_with_its_dates_as_they_were(Store store)
    {
        await using var bot = await StalledAsync(store);
        var rep = bot.As("赵磊");
        await rep.IsTold("东岭阀门MES 已停滞 9 天");
        // What is kept is what was, whatever is laid down since.
        await bot.As("管理员").Forges("stall_days", ("value", "30"), ("reason", "x"));
        await bot.As("管理员").Presses("确认");

        await rep.Presses("为什么提醒");

        rep.Hears("为什么提醒您：东岭阀门MES", "规则“商机停滞”（系统默认）", "3月2日 周一 10:00 进入方案提交，+ 7 天 = 3月9日 周一 10:00", "同时告诉了：王芳", "缺一不可", "3月18日 周三 仍未处理的，会告知 何建国");
        (await bot.As("王芳").InEnglish().Says("why did you tell me this")).Hears("Why you were told: 东岭阀门MES", "+ 7 days = Mon 9 Mar 10:00", "Also told: Ray Zhao", "It ends when the deal moves on");
    }

    [Theory]
    [InlineData("为什么提醒我", false, "为什么提醒您")]
    [InlineData("怎么又提醒我", false, "为什么提醒您")]
    [InlineData("why am I being told this?", true, "Why you were told")]
    public async Task AL_04_why_is_asked_by_a_sentence_right_after_it(string said, bool english, string answer)
    {
        await using var bot = await StalledAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "help" : "帮助");
        (await rep.Says(said)).Hears(answer);
    }

    [Fact]
    public async Task AL_04_the_card_of_an_approval_says_why_it_reminds_too()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("凌云电缆合同提交审批");
        await bot.PassAsync(TimeSpan.FromHours(25));
        await bot.ScanAsync();
        await bot.TellAsync();
        var legal = bot.As("郑文");
        await legal.IsTold("等您处理");
        await legal.Presses("为什么提醒");
        legal.Hears("规则“审批快到期”", "3月11日 周三 10:00 起计时，时限 48 小时", "批准、退回、拒绝或转交");
        await legal.Forges("snooze_nudge", ("finding", $"{(await bot.FoundAsync()).First(f => f.Rule == "approval_due").Id}"), ("until", "contact"));
        legal.Hears("跟着别人依赖的时限走");
    }

    [Fact]
    public async Task AL_04_a_nudge_of_somebody_else_is_not_explained_and_the_attempt_is_recorded()
    {
        await using var bot = await StalledAsync();
        var id = (await bot.FoundAsync()).First(f => f.SubjectKey == "D1").Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var stranger = bot.As("刘晨");

        (await stranger.Forges("why_nudge", ("finding", id))).Hears("不是发给您的").DoesNotHear("东岭阀门");
        (await stranger.Forges("snooze_nudge", ("finding", id), ("until", "contact"))).Hears("不是发给您的");
        (await stranger.Says("为什么提醒我")).Hears("最近没有给您发过提醒");

        Assert.Equal(2, await bot.Look(db => db.Audit.CountAsync(a => a.Refused)));
        Assert.All(await bot.FoundAsync(), f => Assert.Null(f.SnoozedUntil));
    }

    [Fact]
    public async Task AL_04_several_in_one_message_and_a_digest_are_explained_line_by_line()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(db => db.Deals.ExecuteUpdateAsync(s => s.SetProperty(d => d.StageSince, TestBot.Start.AddDays(-9))));
        await bot.ScanAsync();
        await bot.TellAsync();
        var rep = bot.As("赵磊");
        await rep.IsTold("3 个商机停滞不前");
        await rep.Presses("为什么提醒");
        rep.Hears("提醒您的 3 件事", "商机停滞：东岭阀门MES", "3月2日 周一 10:00 进入方案提交，+ 7 天 = 3月9日 周一 10:00");
    }

    [Theory]
    [InlineData("后天再提醒我", "暂停到 3月13日 周五 09:00", false)]
    [InlineData("remind me again the day after tomorrow", "It rests until Fri 13 Mar 09:00", true)]
    [InlineData("等客户回复再说", "暂停到客户有回复，最晚 3月14日", false)]
    [InlineData("snooze until the contract is signed", "It rests until the contract is signed, Sat 14 Mar", true)]
    public async Task AL_01_a_nudge_rests_until_a_day_or_an_event_and_comes_back_when_it_is_still_so(string said, string hears, bool english)
    {
        await using var bot = await StalledAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        (await rep.Says(said)).Hears(hears, english ? "others know of it, too" : "其他人也收到了，3月18日 周三 仍会告诉何建国");

        var before = rep.LastMessages.Count;
        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.ScanAsync();
        await bot.TellAsync();
        Assert.Equal(FindingState.Waiting, (await MineAsync(bot)).State);
        await bot.PassAsync(TimeSpan.FromDays(5));
        await bot.ScanAsync();
        await bot.TellAsync();
        Assert.Equal(FindingState.Told, (await MineAsync(bot)).State);
        Assert.Equal(TestBot.Start.AddDays(6), (await MineAsync(bot)).ToldAt);
    }

    [Fact]
    public async Task AL_01_it_wakes_up_as_soon_as_the_customer_is_heard_of()
    {
        await using var bot = await StalledAsync();
        var rep = bot.As("赵磊");
        await rep.Says("等客户回复再说");
        await rep.Forges("log_followup", ("deal", "D1"), ("content", "周总来电，预算批了"), ("next_step", "送合同"), ("next_date", "2026-03-20"));

        await bot.ScanAsync();
        await bot.TellAsync();

        Assert.Equal(FindingState.Told, (await MineAsync(bot)).State);
    }

    [Theory]
    [InlineData("2026-03-20", "最多推迟 3 天")]
    [InlineData("2026-03-11", "从明天起")]
    public async Task AL_01_a_stall_alert_is_not_dismissed_by_putting_it_off(string until, string answer)
    {
        await using var bot = await StalledAsync();
        var finding = await MineAsync(bot);
        var rep = bot.As("赵磊");
        await rep.Forges("snooze_nudge", ("finding", $"{finding.Id}"), ("until", until));
        rep.Hears(answer);
        Assert.Equal(FindingState.Told, (await MineAsync(bot)).State);
    }

    [Fact]
    public async Task AL_01_a_promise_that_was_broken_twice_comes_back_with_its_history()
    {
        await using var bot = await StalledAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("explain_stall", ("deal", "D1"), ("reason", "等客户预算"), ("next_step", "找财务总监"), ("date", "2026-03-13"));
        rep.DoesNotHear("第 2 次");
        await AgainAsync(bot);
        await rep.Forges("explain_stall", ("deal", "D1"), ("reason", "总监出差"), ("next_step", "约线上会"), ("date", "2026-03-20"));
        rep.Hears("这是第 2 次说明，上次：找财务总监 (等客户预算)");
        await AgainAsync(bot);

        await rep.IsTold("东岭阀门MES", "第 2 次没有兑现，此前：找财务总监 (等客户预算)", "因“总监出差”延至");
        await rep.Forges("stalled_deal", ("deal", "D1"));
        rep.Hears("第 2 次没有兑现，此前：找财务总监 (等客户预算)", "因“总监出差”延至");
        await rep.Presses("为什么提醒");
        rep.Hears("此前说明过：约线上会 (总监出差)，到期没有兑现");
    }

    private static async Task AgainAsync(TestBot bot)
    {
        await bot.PassAsync(TimeSpan.FromDays(7));
        await bot.ScanAsync();
        await bot.TellAsync();
    }

    private static async Task<Finding> MineAsync(TestBot bot) => await bot.Look(db => db.Findings.AsNoTracking().SingleAsync(f => f.Rule == "stalled" && f.SubjectKey == "D1" && f.Person.Name == "赵磊" && f.Step == 0));

    /// <summary>One deal has stalled, and owner and superior were told.</summary>
    private static async Task<TestBot> StalledAsync(Store? store = null)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.Look(db => db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.StageSince, TestBot.Start.AddDays(-9))));
        await bot.ScanAsync();
        await bot.TellAsync();
        return bot;
    }
}
