using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Days and hours that lean on what was just said, and parts of the day as those who work in it mean them.</summary>
public sealed class SpokenDayTests
{
    [Theory]
    [InlineData("东岭阀门MES下一步改成周五去现场演示", "提前一天提醒我", "去现场演示", "3月12日")]
    [InlineData("百川水务平台预计什么时候签", "同一天提醒我去拜访他们", "拜访他们", "6月30日")]
    [InlineData("when does 凌云电缆能耗 close?", "remind me to call them the day before", "call them", "3月29日")]
    [InlineData("when does 凌云电缆能耗 close?", "remind me two days earlier to check the numbers", "check the numbers", "3月28日")]
    public async Task A_reminder_leans_on_the_day_and_the_step_just_told(string before, string order, string what, string day)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says(before);
        (await rep.Says(order)).Hears("✓ 待办已添加", what, day);
    }

    [Theory]
    [InlineData("提前一天提醒我")]
    [InlineData("remind me the day before")]
    public async Task Where_nothing_was_told_it_asks_what_it_is(string order)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(order)).Hears("要做什么事").DoesNotHear("✓");
    }

    [Theory]
    [InlineData("改成4", "16:00")]
    [InlineData("12点更好", "12:00")]
    [InlineData("make it 4", "16:00")]
    [InlineData("11 is better", "11:00")]
    public async Task A_bare_number_after_an_hour_is_another_hour_of_that_day(string said, string hour)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我明天下午给周总打电话");
        rep.Hears("3月12日 周四 14:00");
        (await rep.Says(said)).Hears("已更正", "3月12日 周四 " + hour);
    }

    [Fact]
    public async Task A_bare_number_after_a_day_without_an_hour_is_none()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我明天给周总打电话");
        (await rep.Says("改成4")).DoesNotHear("16:00");
    }

    [Theory]
    [InlineData("提醒我周五早上交报告", "09:00")]
    [InlineData("提醒我周五上午交报告", "09:00")]
    [InlineData("提醒我周五中午交报告", "12:00")]
    [InlineData("提醒我周五下午交报告", "14:00")]
    [InlineData("提醒我周五晚上交报告", "18:00")]
    [InlineData("remind me Friday morning to send the report", "09:00")]
    [InlineData("remind me at noon on Friday to send the report", "12:00")]
    [InlineData("remind me Friday afternoon to send the report", "14:00")]
    [InlineData("remind me Friday evening to send the report", "18:00")]
    public async Task A_part_of_the_day_begins_when_people_work_in_it(string order, string hour)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(order)).Hears("3月13日 周五 " + hour);
    }
}
