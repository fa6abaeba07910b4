using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>What will be told of next is foretold by the rules that then tell it (AL-05).</summary>
public sealed class RiskTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AL_05_open_deals_at_risk_are_listed_with_their_reasons_and_days(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.Look(db => db.Deals.Where(d => d.Key == "D3").ExecuteUpdateAsync(s => s.SetProperty(d => d.CloseDate, new DateOnly(2026, 3, 1)).SetProperty(d => d.AmountInReview, true).SetProperty(d => d.ReviewedAmount, 1_000_000)));
        var rep = bot.As("赵磊");

        await rep.Says("哪些单子有风险");

        rep.Hears("有风险的商机 1 个，一周内还有 2 个会有风险", "凌云电缆能耗", "3月16日 周一 10:00 起算停滞", "预计成交日 3月1日 周日", "已逾期 10 天", "金额 ¥1,000,000 → ¥1,450,000 待评审").DoesNotHear("东岭泵业");
        var director = bot.As("何建国").InEnglish();
        (await director.Says("which deals are at risk")).Hears("1 deal at risk, 4 more will be within a week").DoesNotHear("Chen Liu");
        await director.Presses("Within a week (4)");
        director.Hears("4 deals will be at risk within a week", "counts as stalled from Mon 16 Mar 10:00; told ", "Chen Liu").DoesNotHear("under review");
        (await bot.As("王芳").InEnglish().Says("any risks in my team today")).Hears("1 deal at risk, 3 more will be within a week");
        (await bot.As("郑文").Says("风险清单")).Hears("有风险的商机");
    }

    [Theory]
    [InlineData(0, "下次提醒", "3月16日 周一 10:00 起算停滞")]
    [InlineData(6, "已提醒", "3月16日 周一 10:00 起：商机停滞")]
    public async Task AL_05_the_card_of_a_deal_says_when_it_is_told_of_next_and_then_it_is(int days, string label, string hears)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PassAsync(TimeSpan.FromDays(days));

        var rep = bot.As("赵磊");
        await rep.Forges("show_deal", ("deal", "D1"));
        rep.Hears(label, hears);

        await bot.ScanAsync();
        Assert.Equal(days > 0, (await bot.FoundAsync()).Any(f => f is { Rule: "stalled", SubjectKey: "D1" } && f.Since == TestBot.Start.AddDays(5)));
    }

    [Fact]
    public async Task AL_05_a_parked_deal_and_a_rule_that_is_off_are_not_foretold_as_stalled()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("explain_stall", ("deal", "D1"), ("reason", "等预算"), ("next_step", "约总监"), ("date", "2026-03-30"));
        var rep = bot.As("赵磊");
        await rep.Forges("show_deal", ("deal", "D1"));
        rep.Hears("3月31日 周二 00:00 起算停滞");
        await bot.As("管理员").Forges("nudge_switch", ("rule", "stalled"), ("value", "off"), ("reason", "x"));
        await bot.As("管理员").Presses("确认");
        await rep.Forges("show_deal", ("deal", "D1"));
        rep.Hears("起算沉默");
    }
}
