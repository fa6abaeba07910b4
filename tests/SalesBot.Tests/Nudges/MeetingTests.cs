using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

public sealed class MeetingTests
{
    [Fact]
    public async Task FU_13_an_hour_before_a_visit_it_is_told_and_half_an_hour_after_it_is_asked_how_it_went()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步 今天下午2点上门拜访");
        await TellAsync(bot);
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("一小时内", StringComparison.Ordinal));

        await bot.PassAsync(TimeSpan.FromHours(3.2));
        await TellAsync(bot);
        await rep.IsTold("一小时内有拜访或会议", "14:00", "备战");
        await bot.PassAsync(TimeSpan.FromMinutes(80));
        await TellAsync(bot);
        await rep.IsTold("您的拜访或会议已开始，进展如何？");
        await TellAsync(bot);
        Assert.Single(await rep.SeenAsync(), h => h.Text.Contains("进展如何", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_was_logged_is_not_asked_about()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步 今天下午2点上门拜访");
        await bot.PassAsync(TimeSpan.FromHours(4.1));
        await rep.Says("刚拜访完东岭阀门 方案认可");
        await bot.PassAsync(TimeSpan.FromMinutes(40));
        await TellAsync(bot);
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("进展如何", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_asks_to_be_reminded_so_long_before_is_told_then_and_the_visit_keeps_its_time()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("今天下午四点去东岭阀门拜访周总，提前两小时提醒我");
        rep.Hears("待办已添加", "16:00", "14:00 提醒您");
        await bot.PassAsync(TimeSpan.FromHours(3.8));
        await TellAsync(bot);
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("拜访或会议", StringComparison.Ordinal));
        await bot.PassAsync(TimeSpan.FromMinutes(15));
        await TellAsync(bot);
        await rep.IsTold("16:00", "拜访");
    }

    [Fact]
    public async Task A_call_with_a_reminder_keeps_its_time_too_as_it_is_said_in_English()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("call Zhou at Dongling Valve tomorrow at 10am, remind me 30 minutes before");
        rep.Hears("3月12日 周四 10:00", "3月12日 周四 09:30 提醒您");
    }

    private static async Task TellAsync(TestBot bot)
    {
        await bot.ScanAsync();
        await bot.TellAsync();
        await bot.DeliverAsync();
    }
}
