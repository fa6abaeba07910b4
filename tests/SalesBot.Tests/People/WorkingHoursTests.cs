using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People;

/// <summary>One's own working hours, by sentence.</summary>
public sealed class WorkingHoursTests
{
    [Theory]
    [InlineData("我8点半到17点上班", 8, 30, 17, 0)]
    [InlineData("把我的工作时间改成10点到19点", 10, 0, 19, 0)]
    [InlineData("工作时间 08:30-17:30", 8, 30, 17, 30)]
    [InlineData("i work 8 to 5", 8, 0, 17, 0)]
    [InlineData("my working hours are 9:30am to 6pm", 9, 30, 18, 0)]
    [InlineData("set my working hours to 8:00-16:30", 8, 0, 16, 30)]
    public async Task Ones_own_hours_are_set_by_a_sentence_and_undone(string said, int fromHour, int fromMinute, int toHour, int toMinute)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Says(said)).Hears("工作时间");

        Assert.Equal((new TimeOnly(fromHour, fromMinute), new TimeOnly(toHour, toMinute)), await HoursAsync(bot));
        await rep.Says("撤销");
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(18, 0)), await HoursAsync(bot));
    }

    [Theory]
    [InlineData("i work 25 to 30")]
    [InlineData("我几点上班")]
    [InlineData("明天9点到10点开会")]
    public async Task What_is_no_working_time_changes_none(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(18, 0)), await HoursAsync(bot));
    }

    private static async Task<(TimeOnly, TimeOnly)> HoursAsync(TestBot bot)
    {
        var rep = await bot.PersonAsync("赵磊");
        return (rep.WorkFrom, rep.WorkTo);
    }
}
