using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.FollowUps;

/// <summary>A report keeps the words that it was told in, and only what we are going to do becomes a next step (FU-01, FU-05).</summary>
public sealed class ReportedTests
{
    [Theory]
    [InlineData("昨天晚上和凌云的老李吃饭，他透露对手报了95万", "和凌云的老李吃饭，他透露对手报了95万", "对接人\n老李")]
    [InlineData("中午请百川的小郑喝了茶，聊了聊二期", "请百川的小郑喝了茶，聊了聊二期", "对接人\n小郑")]
    public async Task The_note_is_no_half_sentence(string said, string note, string with)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears("跟进已记录", note, with).DoesNotHear("内容\n的");
    }

    [Fact]
    public async Task The_note_is_no_half_sentence_in_English()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("Kevin Doyle").InEnglish().Says("had lunch with Old Tom from Quarry Stone yesterday, he says they wait for a grant")).Hears("had lunch with Old Tom from Quarry Stone yesterday, he says they wait for a grant", "With\nOld Tom");
    }

    [Theory]
    [InlineData("上午去了东岭阀门，周总说方案可以，下周四给他们演示", "方式\n拜访")]
    [InlineData("给东岭阀门周总的会议纪要寄出去了，他没意见", "跟进已记录")]
    public async Task What_is_to_come_and_what_a_paper_is_called_are_not_how_they_met(string said, string hears)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears(hears).DoesNotHear("方式\n演示", "方式\n会议");
    }

    [Theory]
    [InlineData("上午去了凌云电缆，见了李工，能耗这个他们想四月底定")]
    [InlineData("今天拜访了凌云电缆，客户领导在国外，四月初回来")]
    [InlineData("跟凌云电缆聊了下，维保4月8号签没问题")]
    public async Task What_they_want_or_how_things_are_replaces_no_step(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Null(await bot.Look(db => db.FollowUps.Select(f => f.NextStep).SingleAsync()));
    }

    [Theory]
    [InlineData("给凌云电缆发了样册，跟他说好周五再打电话", "2026-03-13")]
    [InlineData("去了凌云电缆，见了李工，下周二再去一趟", "2026-03-17")]
    public async Task What_was_agreed_for_a_day_is_the_step(string said, string day)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), await bot.Look(db => db.FollowUps.Select(f => f.NextStepOn).SingleAsync()));
    }

    [Fact]
    public async Task A_next_week_in_the_note_stays_one()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says("去了凌云电缆，客户说下周二他们内部开会")).Hears("下周二");
    }
}
