using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

/// <summary>Meetings as they are told: several at once, arranged by now, and so long before them somebody is to be reminded.</summary>
public sealed class BeforeTheMeetingTests
{
    [Theory]
    [InlineData("周五上午十点跟百川开会，会前一小时叫我一声", "3月13日 周五 10:00", "3月13日 周五 09:00")]
    [InlineData("明天下午三点拜访凌云电缆，拜访前二十分钟提醒我", "3月12日 周四 15:00", "3月12日 周四 14:40")]
    public async Task So_long_before_it(string said, string at, string told)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("待办已添加", at, told + " 提醒您").DoesNotHear("一声", "前二十");
    }

    [Theory]
    [InlineData("拜访前半小时提醒我一下", "14:30")]
    [InlineData("会面前一小时喊我一声", "14:00")]
    [InlineData("提前十五分钟提醒我去拜访", "14:45")]
    public async Task Of_the_next_meeting_on_the_list(string said, string told)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("明天下午三点拜访凌云电缆");
        await rep.Says("东岭阀门MES到哪一步了");
        (await rep.Says(said)).Hears("3月12日 周四 " + told).DoesNotHear("待办已添加");
    }

    [Fact]
    public async Task Where_none_is_planned_that_is_said()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("Kevin Doyle").InEnglish().Says("remind me 30 mins before the visit")).Hears("I know of no meeting of yours", "nothing was changed").DoesNotHear("✓");
    }

    [Fact]
    public async Task Two_meetings_are_two()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("call with 百川水务 thursday 10am and a demo at 凌云电缆 friday 2pm");
        rep.Hears("百川水务", "Thu 12 Mar 10:00");
        rep.Hears("凌云电缆", "Fri 13 Mar 14:00");
    }

    [Fact]
    public async Task What_the_second_leaves_out_is_that_of_the_first()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("ring 百川水务 tomorrow at 4pm, and 凌云电缆 on friday same time");
        rep.Hears("ring 百川水务", "Thu 12 Mar 16:00");
        rep.Hears("ring 凌云电缆", "Fri 13 Mar 16:00");
    }

    [Theory]
    [InlineData("ring 百川水务 tomorrow at 4pm, and 凌云电缆 the day after, same time", "Fri 13 Mar 16:00")]
    [InlineData("meet 百川水务 on thursday 9am and 凌云电缆 the next day 2pm", "Fri 13 Mar 14:00")]
    public async Task The_day_after_is_that_of_the_first(string said, string second)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("remind me on friday to print the flyers");
        await rep.Says(said);
        rep.Hears("凌云电缆", second);
    }

    [Fact]
    public async Task Of_another_customer_than_the_one_just_planned()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("visit at 百川水务 on friday 3pm");
        await rep.Says("call with 凌云电缆 tomorrow 10am");
        (await rep.Says("remind me 45 min before the 百川水务 visit")).Hears("Fri 13 Mar 14:15");
    }

    [Fact]
    public async Task What_was_to_be_arranged_has_found_its_moment()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("明天约百川水务现场勘察");
        await rep.Says("百川的现场勘察约好了，周五上午九点，曹助接待");
        rep.Hears("已完成", "约");
        rep.Hears("待办已添加", "现场勘察，曹助接待", "3月13日 周五 09:00");
    }

    [Theory]
    [InlineData("下周一之前还有什么要办的", true)]
    [InlineData("what's left before Monday?", true)]
    [InlineData("周五之前有什么待办", false)]
    public async Task A_list_up_to_a_day_holds_all_days_before_it(string asked, bool later)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("明天给百川寄样本");
        await rep.Says("周五给凌云打电话问价格");
        await rep.Says("下周一整理报价");
        await rep.Says(asked);
        rep.Hears("寄样本").DoesNotHear("整理报价");
        if (later) rep.Hears("问价格");
    }

    [Fact]
    public async Task A_leader_puts_it_on_everybodys_list()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").InEnglish().Says("put a todo for everyone on my team: friday 9am stand-up")).Hears("2", "stand-up").DoesNotHear("put a todo");
    }
}
