using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

public sealed class TimelineTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FU_10_what_happened_stands_in_the_order_of_time_with_a_score_and_its_formula(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        (await rep.Says("凌云的互动轨迹")).Hears("凌云电缆 · 互动轨迹（0 条）", "评分 46/100", "最近联系 30/30", "最靠前商机 16/20", "还没有跟进记录");
        await rep.Forges("log_followup", ("deal", "D1"), ("content", "方案认可"), ("method", "visit"), ("date", "2026-03-09"));
        await rep.Forges("move_stage", ("deal", "D1"), ("stage", "negotiation"));
        (await rep.Says("东岭阀门的互动轨迹")).Hears("互动轨迹（2 条）", "东岭阀门MES：方案提交 → 商务谈判", "拜访 · 方案认可", "3月9日 周一 12:00", "赵磊", "近 90 天互动 5/30");
        (await rep.InEnglish().Says("timeline of 东岭阀门")).Hears("timeline (2)", "Score 51 of 100");
        (await rep.Says("东岭阀门评分是多少")).Hears("评分 51/100");
        await rep.Forges("show_timeline", ("customer", "C2"));
        rep.DoesNotHear("WMS", "东岭泵业 ·");
    }

    [Fact]
    public async Task FU_10_a_follow_up_of_which_nobody_said_how_it_was_made_stands_there_in_its_own_words()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("log_followup", ("deal", "D1"), ("content", "客户已经口头同意"));
        (await rep.Says("东岭阀门的互动轨迹")).Hears("互动轨迹（1 条）", "客户已经口头同意").DoesNotHear("系统出错");
        (await rep.InEnglish().Says("timeline of 东岭阀门")).Hears("timeline (1)", "客户已经口头同意");
    }
}
