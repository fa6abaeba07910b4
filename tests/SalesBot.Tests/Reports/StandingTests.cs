using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Reports;

/// <summary>How people are doing, who has how much, and what is new.</summary>
public sealed class StandingTests
{
    [Theory]
    [InlineData("刘晨这阵子怎么样", "近况 · 刘晨", "1 个，¥310,000")]
    [InlineData("磊哥最近表现如何", "近况 · 赵磊", "3 个，合计 ¥4,730,000")]
    [InlineData("我们组最近怎么样", "近况 · 我的团队", "4 个，合计 ¥5,040,000")]
    public async Task A_manager_sees_how_somebody_is_doing(string said, params string[] hears)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("王芳").Says(said)).Hears([.. hears, "赢单（本季度）", "丢单（本季度）", "停滞的商机", "逾期待办", "还没有跟进记录"]);
    }

    [Theory]
    [InlineData("how is Kevin getting on lately?")]
    [InlineData("what is Kevin working on these days")]
    [InlineData("give me an overview of Kevin Doyle")]
    public async Task The_same_in_english_with_what_was_noted_last(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("Kevin Doyle").InEnglish().Forges("log_followup", ("customer", "C8"), ("content", "Site visit"));
        await bot.As("Kevin Doyle").InEnglish().Forges("lose_deal", ("deal", "D7"), ("reason", "price"));

        (await bot.As("Emma Novak").InEnglish().Says(said)).Hears("How it stands · Kevin Doyle", "Lost, this quarter", "1 deal, $88,000", "Wed 11 Mar");
    }

    [Fact]
    public async Task Somebody_elses_work_stays_theirs()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says("刘晨最近怎么样")).DoesNotHear("近况", "310,000");
        (await bot.As("Kevin Doyle").InEnglish().Says("how is Ray Zhao doing these days")).DoesNotHear("How it stands · Ray", "680,000");
    }

    [Theory]
    [InlineData("东岭阀门最近怎么样")]
    [InlineData("刘晨的待办怎么样了")]
    public async Task A_customer_and_a_list_are_asked_for_as_before(string said)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("王芳").Says(said)).DoesNotHear("近况 ·");
    }

    [Theory]
    [InlineData("谁手上的商机最多", false, "赵磊", "3 个")]
    [InlineData("按人看一下商机", false, "刘晨", "1 个，¥310,000")]
    [InlineData("show open deals by rep", true, "Ray Zhao", "3 deals, ¥4,730,000 in all")]
    [InlineData("who owns the most deals in my team?", true, "Chen Liu", "1 deal, ¥310,000")]
    public async Task Open_deals_are_counted_by_person(string said, bool english, params string[] hears)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = english ? bot.As("王芳").InEnglish() : bot.As("王芳");

        (await manager.Says(said)).Hears(hears).DoesNotHear("Kevin");
    }

    [Theory]
    [InlineData("上个月新增了几个客户", false, "客户 0 个")]
    [InlineData("本周新增了几家客户", false, "客户 1 个", "苏北电机")]
    [InlineData("which new customers did we add this week?", true, "1 customer", "苏北电机")]
    [InlineData("这个月有哪些新商机", false, "苏北电机改造")]
    [InlineData("how many new deals did we open this month", true, "苏北电机改造")]
    [InlineData("上周新建了多少商机", false, "这段时间没有新增商机")]
    public async Task What_is_new_is_what_was_entered_in_the_period(string said, bool english, params string[] hears)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(db => db.Customers.ExecuteUpdateAsync(s => s.SetProperty(c => c.CreatedAt, TestBot.Start.AddDays(-300))));
        await bot.Look(db => db.Deals.ExecuteUpdateAsync(s => s.SetProperty(d => d.CreatedAt, TestBot.Start.AddDays(-300))));
        await bot.As("赵磊").Forges("create_customer", ("customer", "苏北电机"));
        await bot.As("赵磊").Forges("create_deal", ("customer", "苏北电机"), ("deal_name", "苏北电机改造"), ("amount", "300000"), ("close_date", "2026-06-30"));
        var manager = english ? bot.As("王芳").InEnglish() : bot.As("王芳");

        (await manager.Says(said)).Hears(hears).DoesNotHear("东岭");
    }
}
