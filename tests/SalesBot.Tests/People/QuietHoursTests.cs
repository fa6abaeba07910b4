using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People;

/// <summary>When nothing is to be sent, said in words: one's working hours end or begin then.</summary>
public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("下午四点以后别给我发消息", "09:00", "16:00")]
    [InlineData("早上十点之前别给我发消息", "10:00", "18:00")]
    [InlineData("no messages after 5pm", "09:00", "17:00")]
    [InlineData("don't message me before 9:30am", "09:30", "18:00")]
    [InlineData("quiet hours 5pm to 10am", "10:00", "17:00")]
    [InlineData("早上十点以前、下午四点以后别发消息", "10:00", "16:00")]
    public async Task What_is_not_to_come_then_does_not(string said, string from, string to)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal((TimeOnly.Parse(from, null), TimeOnly.Parse(to, null)), await HoursAsync(bot));
    }

    [Theory]
    [InlineData("晚上八点以后别给我发消息", "本来就是这样")]
    [InlineData("早上七点以前不要发消息", "本来就是这样")]
    public async Task What_is_so_already_is_said_and_lengthens_no_day(string said, string answer)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears(answer);

        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(18, 0)), await HoursAsync(bot));
    }

    [Theory]
    [InlineData("今天下午四点以后别给我发消息")]
    [InlineData("下午四点以后会给我发消息吗")]
    [InlineData("no messages after 5pm today please")]
    [InlineData("remind me at 5pm to call Zhou")]
    public async Task One_day_a_question_and_a_reminder_change_no_habit(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(18, 0)), await HoursAsync(bot));
    }

    private static async Task<(TimeOnly From, TimeOnly To)> HoursAsync(TestBot bot)
    {
        var person = await bot.Look(db => db.People.AsNoTracking().SingleAsync(p => p.Key == "P2"));
        return (person.WorkFrom, person.WorkTo);
    }
}
