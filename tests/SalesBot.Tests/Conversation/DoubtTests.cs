using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>DESIGN.md 2, rule 2: ask, don't guess. The sentence may be a report or a to-do.</summary>
public sealed class DoubtTests
{
    private const string Said = "东岭阀门的样品昨天寄出囉";

    [Fact]
    public async Task Where_two_orders_are_nearly_as_likely_nothing_is_written_before_a_yes()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says(Said);
        rep.Hears("我理解为“记录跟进”，对吗？", "东岭阀门");
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));

        await rep.Says("对");
        rep.Hears("跟进已记录");
    }

    [Fact]
    public async Task The_other_reading_is_one_press_away()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says(Said);
        await rep.Presses("不是，是添加待办");

        rep.Hears("3月10日 周二 已经过去");
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }
}
