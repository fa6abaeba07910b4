using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

public sealed class StalledDealsTests
{
    [Fact]
    public async Task AL_01_a_deal_over_seven_days_in_a_stage_wakes_owner_and_superior_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PassAsync(TimeSpan.FromDays(4.9));
        Assert.Equal(0, await bot.ScanAsync());

        await bot.PassAsync(TimeSpan.FromDays(0.2));
        Assert.Equal(10, await bot.ScanAsync());
        Assert.Equal(0, await bot.ScanAsync());
    }

    [Fact]
    public async Task AL_01_nobody_is_woken_at_the_weekend_and_one_message_holds_all()
    {
        await using var bot = await TestBot.StartAsync();
        // Wednesday + 5.1 days is Monday 2026-03-16, 12:24 in Shanghai; + 3.5 h is still office time.
        await bot.PassAsync(TimeSpan.FromDays(3.5));
        await bot.Look(async db => await db.Deals.ExecuteUpdateAsync(s => s.SetProperty(d => d.StageSince, TestBot.Start.AddDays(-9))));
        await bot.ScanAsync();
        Assert.Equal(0, await bot.TellAsync());

        await bot.PassAsync(TimeSpan.FromDays(1.6));
        await bot.TellAsync();

        await bot.As("赵磊").IsTold("3 个商机停滞不前", "百川水务平台", "¥2,600,000");
        await bot.As("王芳").IsTold("4 个商机停滞不前", "东岭泵业WMS");
        await bot.As("Kevin Doyle").InEnglish().IsTold("Quarry Stone EMS");
        Assert.Equal(0, await bot.TellAsync());
    }

    [Fact]
    public async Task AL_01_only_reason_next_step_and_date_together_clear_it_and_the_superior_sees_that()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db => await db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.StageSince, TestBot.Start.AddDays(-9))));
        await bot.ScanAsync();
        await bot.TellAsync();
        var rep = bot.As("赵磊");
        await rep.IsTold("东岭阀门MES 已停滞 9 天");

        await rep.Presses("说明原因", ("reason", "等客户预算"));
        rep.Hears("下一步做什么");
        await rep.Forges("explain_stall", ("deal", "D1"), ("reason", "等客户预算"), ("next_step", "找财务总监"), ("date", "2025-01-01"));
        rep.Hears("没有做任何改动");
        Assert.Null(await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.ParkedUntil).FirstAsync()));

        await rep.Presses("说明原因", ("reason", "等客户预算"), ("next_step", "找财务总监"), ("date", "2026-03-20"));
        rep.Hears("停滞已说明", "等客户预算", "提醒暂停到 3月20日 周五");
        await bot.As("王芳").IsTold("赵磊 说明“等客户预算”", "找财务总监");

        await bot.PassAsync(TimeSpan.FromDays(7));
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.SubjectKey == "D1" && f.State != FindingState.Cleared);
        await bot.PassAsync(TimeSpan.FromDays(3));
        await bot.ScanAsync();
        Assert.Contains(await bot.FoundAsync(), f => f.SubjectKey == "D1" && f.State == FindingState.Waiting);
    }

    [Fact]
    public async Task AL_01_what_the_alert_asks_for_may_be_told_in_words_one_after_the_other()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("explain_stall", ("deal", "D1"));
        rep.Hears("原因");
        await rep.Says("等客户年底预算批下来");
        rep.Hears("下一步");
        await rep.Says("拜访财务总监");
        rep.Hears("什么时候完成");
        await rep.Says("下周五");
        rep.Hears("停滞已说明", "等客户年底预算批下来", "拜访财务总监", "3月20日 周五");
    }

    [Fact]
    public async Task A_finding_that_was_cleared_before_office_hours_is_never_told()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db => await db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.StageSince, TestBot.Start.AddDays(-9))));
        await bot.ScanAsync();
        await bot.Look(async db => await db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.StageSince, TestBot.Start)));

        Assert.Equal(0, await bot.TellAsync());
        Assert.All(await bot.FoundAsync(), f => Assert.Equal(FindingState.Cleared, f.State));
    }

    [Fact]
    public async Task An_alert_that_is_answered_twice_books_one_next_step_and_cannot_be_undone_into_silence()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db => await db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.StageSince, TestBot.Start.AddDays(-9))));
        await bot.ScanAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("explain_stall", ("deal", "D1"), ("reason", "等客户预算"), ("next_step", "找财务总监"), ("date", "2026-03-20"));
        Assert.DoesNotContain(rep.LastMessages.SelectMany(m => m.Buttons), b => b.Title == "撤销");
        await rep.Forges("explain_stall", ("deal", "D1"), ("reason", "等客户预算"), ("next_step", "找财务总监"), ("date", "2026-03-23"));

        Assert.Equal(new DateOnly(2026, 3, 23), await bot.Look(db => db.Todos.Where(t => t.Deal!.Key == "D1").Select(t => t.DueOn).SingleAsync()));
    }
}
