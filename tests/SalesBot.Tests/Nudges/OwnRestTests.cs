using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>One's own nudges rest by a sentence, all of them or those of a rule, and nobody else's; what rests can be seen and ended (AL-01, AL-10).</summary>
public sealed class OwnRestTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AL_10_ones_own_nudges_rest_until_the_day_and_those_of_others_do_not(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        (await rep.Says("今天都别给我发通知了")).Hears("您的全部提醒暂停到 3月12日 周四", "只停您自己的", "审批快到期");
        await bot.StandStillAsync(9, "D1");
        await bot.RoundAsync();
        Assert.Equal((FindingState.Waiting, FindingState.Told), (await StateAsync(bot, "赵磊"), await StateAsync(bot, "王芳")));

        (await rep.Says("现在哪些提醒停着")).Hears("您停了的提醒：1 项", "您的全部提醒", "3月12日 周四 09:00");
        (await rep.Says("提醒状态")).Hears("您的全部提醒暂停到");
        (await rep.Says("把我的提醒恢复吧")).Hears("您的全部提醒已恢复");
        (await rep.Says("恢复我的提醒")).Hears("您没有停着的提醒");
        await bot.RoundAsync();
        Assert.Equal(FindingState.Told, await StateAsync(bot, "赵磊"));
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Theory]
    [InlineData("今天下午别给我发提醒", "3月11日 周三 18:00")]
    [InlineData("hold my alerts this afternoon", "3月11日 周三 18:00")]
    [InlineData("我的提醒停到下午三点", "3月11日 周三 15:00")]
    public async Task AL_10_a_part_of_the_day_rests_to_its_end(string said, string until)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("您的全部提醒暂停到 " + until);
    }

    [Fact]
    public async Task AL_01_the_nudges_of_a_rule_rest_and_a_stall_alert_for_its_few_days_only()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.StandStillAsync(9, "D1");
        await bot.RoundAsync();
        var rep = bot.As("赵磊").InEnglish();
        (await rep.Says("hold the stall alerts for ten days")).Hears("Your nudges of “Deal stalled” rest until Sat 21 Mar", "The stall alert rests only until Sat 14 Mar", "Resting now: 1 nudge");
        Assert.Equal(FindingState.Waiting, await StateAsync(bot, "赵磊"));
        (await rep.Says("which customers have I muted?")).Hears("What you put to rest: 1", "Deal stalled");
        await bot.RoundsAsync(TimeSpan.FromDays(6));
        Assert.Equal(FindingState.Told, await StateAsync(bot, "赵磊"));
    }

    [Theory]
    [InlineData("这两天不要再给我推消息提醒", "", false)]
    [InlineData("周五之前别给我发提醒", "您的全部提醒暂停到 3月13日 周五", false)]
    [InlineData("我的提醒先静音到下周一", "您的全部提醒暂停到 3月16日 周一", false)]
    [InlineData("沉默客户的提醒这周先停一停", "", false)]
    [InlineData("暂停回款提醒到周五", "提醒暂停到 3月13日 周五", false)]
    [InlineData("mute my notifications until Friday", "All your nudges rest until Fri 13 Mar", true)]
    [InlineData("no reminders today please", "All your nudges rest until Thu 12 Mar", true)]
    [InlineData("please don't send me any nudges until 4pm", "All your nudges rest until Wed 11 Mar 16:00", true)]
    [InlineData("snooze the to-do reminders till Thursday", "rest until Thu 12 Mar", true)]
    [InlineData("stop my alerts", "Until when shall your nudges rest? 14 days at most", true)]
    public async Task AL_10_it_is_said_in_many_ways_and_makes_no_to_do(string said, string hears, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        (await rep.Says(said)).Hears(hears);
        Assert.Equal((0, 0), (await bot.Look(db => db.Todos.CountAsync()), await bot.Look(db => db.NudgePauses.CountAsync())));
    }

    [Theory]
    [InlineData("我们团队的提醒先停三天", "不能只停一个团队的提醒", false)]
    [InlineData("暂停全组的提醒到周五", "不能只停一个团队的提醒", false)]
    [InlineData("mute the alerts for my team until Friday", "Nudges cannot be paused for a team; nothing was changed", true)]
    public async Task AL_10_nudges_of_a_team_are_not_paused_and_that_is_said(string said, string hears, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = english ? bot.As("王芳").InEnglish() : bot.As("王芳");
        (await manager.Says(said)).Hears(hears);
        Assert.Equal((0, 0), (await bot.Look(db => db.Settings.CountAsync(s => s.Name.StartsWith("rest/"))), await bot.Look(db => db.Todos.CountAsync())));
    }

    [Theory]
    [InlineData("周五提醒我给百川水务发资料")]
    [InlineData("提醒我周一看看停滞的单子")]
    [InlineData("今天有什么提醒？")]
    [InlineData("停滞提醒改成10天")]
    [InlineData("remind me on Monday to check the alerts page")]
    [InlineData("have the alerts been held today?")]
    public async Task AL_10_what_is_no_such_order_lets_nothing_rest(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(0, await bot.Look(db => db.Settings.CountAsync(s => s.Name.StartsWith("rest/"))));
    }

    [Fact]
    public async Task AL_01_nudges_about_a_customer_rest_until_its_quote_is_out_those_that_are_found_later_too()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("先等报价发了再提醒我东岭阀门")).Hears("东岭阀门 的提醒暂停到报价提交", "最晚 3月25日");
        await bot.StandStillAsync(9, "D1");
        await bot.RoundAsync();
        Assert.Equal(FindingState.Waiting, await StateAsync(bot, "赵磊"));
        (await rep.Says("我静音了哪些提醒")).Hears("东岭阀门", "停到报价提交");

        await rep.Forges("submit_quote", ("deal", "D1"), ("discount", "0.95"));
        await bot.As("王芳").Forges("approve");
        await bot.RoundAsync();
        Assert.Equal(FindingState.Told, await StateAsync(bot, "赵磊"));
        Assert.Equal(0, await bot.Look(db => db.Settings.CountAsync(s => s.Name.StartsWith("rest/"))));
    }

    [Fact]
    public async Task AL_04_why_one_was_told_of_a_customer_is_asked_by_its_name()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.StandStillAsync(9, "D1", "D3");
        await bot.RoundAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("怎么老催我东岭阀门")).Hears("为什么提醒您：东岭阀门MES");
        (await rep.InEnglish().Says("why am I getting alerts about 百川水务?")).Hears("I have told you nothing about 百川水务");
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Fact]
    public async Task AL_09_a_payment_that_is_put_off_by_a_little_is_told_of_by_its_new_day_alone()
    {
        await using var bot = await Contracts.SignedContract.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆合同付款计划：签约30%，发货70%，3月13日、6月1日");
        await rep.Says("是");
        await bot.RoundsAsync(TimeSpan.FromHours(2));
        var old = Assert.Single(await bot.FoundAsync(), f => f.Rule == "payment_soon" && f.State == FindingState.Told);

        await rep.Says("凌云电缆合同付款计划：签约30%，发货70%，3月14日、6月1日");
        await rep.Says("是");
        await bot.RoundsAsync(TimeSpan.FromDays(1));
        var found = (await bot.FoundAsync()).Where(f => f.Rule == "payment_soon").ToList();
        Assert.Equal(FindingState.Cleared, found.Single(f => f.Id == old.Id).State);
        Assert.Single(found, f => f.Id != old.Id && f.State == FindingState.Told);
    }

    private static async Task<FindingState> StateAsync(TestBot bot, string name)
    {
        var id = (await bot.PersonAsync(name)).Id;
        return Assert.Single(await bot.FoundAsync(), f => f.Rule == "stalled" && f.SubjectKey == "D1" && f.PersonId == id && f.State != FindingState.Cleared).State;
    }

    [Theory]
    [InlineData("no nudges after 5pm please", "17:00")]
    [InlineData("no reminders past 5pm", "17:00")]
    [InlineData("下午五点以后别给我发提醒", "17:00")]
    public async Task AL_10_an_hour_after_which_nothing_comes_is_a_habit_and_no_rest_until_then(string said, string hour)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = char.IsAscii(said[0]) ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        (await rep.Says(said)).Hears(hour).DoesNotHear("rest until", "暂停到");
    }
}
