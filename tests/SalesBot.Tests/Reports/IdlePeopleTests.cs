using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Reports;

public sealed class IdlePeopleTests
{
    [Fact]
    public async Task Whoever_leads_sees_who_has_no_follow_up_in_the_period()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("log_followup", ("customer", "C3"), ("content", "看了现场"));
        var manager = bot.As("王芳");

        (await manager.Says("这周谁没记跟进")).Hears("2 人中 1 人没有跟进记录", "刘晨", "还没有跟进记录").DoesNotHear("赵磊");
        await bot.As("刘晨").Forges("log_followup", ("customer", "C2"), ("content", "通了电话"));
        (await manager.Says("这周谁没记跟进")).Hears("本周：2 人都有跟进记录");
        (await manager.InEnglish().Says("who logged nothing this week")).Hears("All 2 people have logged follow-ups (this week).");
        await bot.As("刘晨").Presses("撤销");
        (await manager.InEnglish().Says("who logged nothing this week")).Hears("1 of 2 people", "Chen Liu").DoesNotHear("Ray Zhao");
        await bot.PassAsync(TimeSpan.FromDays(7));
        (await manager.Says("本周哪些销售没写跟进")).Hears("2 人中 2 人", "赵磊", "最近一次跟进 3月11日");
    }

    [Fact]
    public async Task A_rep_is_told_that_it_is_not_theirs_to_see()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says("这周谁没记跟进")).Hears("只能看到自己的工作").DoesNotHear("刘晨");
    }

    [Fact]
    public async Task The_biggest_of_the_deals_in_trouble_are_told_with_how_long_they_stand()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PassAsync(TimeSpan.FromDays(12));
        var rep = bot.As("赵磊");

        (await rep.Says("最大的两个有风险的单子是哪两个 为什么")).Hears("3 个商机 7 天以上没有推进", "金额最大的 2 个", "百川水务平台", "凌云电缆能耗", "14 天").DoesNotHear("东岭阀门MES", "赵磊\n");
        (await bot.As("Kevin Doyle").InEnglish().Says("any of my deals at risk?")).Hears("1 deal has not moved for 7 days or more", "Quarry Stone EMS").DoesNotHear("· Kevin Doyle");
    }
}
