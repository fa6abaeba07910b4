using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People;

public sealed class ChangeSettingsTests
{
    [Fact]
    public async Task The_language_changes_with_the_very_answer_and_undo_brings_it_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Forges("settings", ("setting", "language"), ("value", "en"))).Hears("Settings changed");
        (await rep.Forges("list_tasks")).Hears("Nothing here");
        (await rep.Presses("Undo")).Hears("Undone");
        (await rep.Forges("list_tasks")).Hears("没有待办");
    }

    [Theory]
    [InlineData("daily_digest", "08:00", "每日摘要", "08:00")]
    [InlineData("working_hours", "08:30-17:30", "工作时间从", "17:30")]
    [InlineData("quiet_hours", "19:00-08:00", "工作时间到", "19:00")]
    [InlineData("time_zone", "Europe/Berlin", "时区", "Europe/Berlin")]
    public async Task Takes_a_setting_and_shows_before_and_after(string setting, string value, string label, string after)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Forges("settings", ("setting", setting), ("value", value))).Hears("设置已更新", label, after);
    }

    [Theory]
    [InlineData("daily_digest", "25:77")]
    [InlineData("working_hours", "18:00-09:00")]
    [InlineData("time_zone", "Mars/Base")]
    [InlineData("language", "fr")]
    [InlineData("reminder_lead", "10")]
    public async Task What_cannot_be_set_is_said_and_changes_nothing(string setting, string value)
    {
        await using var bot = await TestBot.StartAsync();
        var before = await bot.Look(db => db.People.AsNoTracking().SingleAsync(p => p.Key == "P2"));

        (await bot.As("赵磊").Forges("settings", ("setting", setting), ("value", value))).DoesNotHear("设置已更新", "系统出错");

        var after = await bot.Look(db => db.People.AsNoTracking().SingleAsync(p => p.Key == "P2"));
        Assert.Equal(before.Version, after.Version);
    }
}
