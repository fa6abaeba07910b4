using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

public sealed class SeveralOrdersTests
{
    [Fact]
    public async Task The_light_question_after_a_follow_up_does_not_swallow_the_next_order()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("刚拜访完东岭阀门周总，方案认可。金额改成80万");

        Assert.Equal(1, await bot.Look(db => db.FollowUps.CountAsync()));
        Assert.Equal(800_000, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).FirstAsync()));
    }

    [Fact]
    public async Task What_waits_behind_a_question_is_named_and_not_dropped_in_silence()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("王芳");

        await rep.Says("东岭金额改成80万。百川水务平台金额改成200万");

        Assert.Equal(2_600_000, await bot.Look(db => db.Deals.Where(d => d.Key == "D5").Select(d => d.Amount).FirstAsync()));
        rep.Hears("还有 修改商机金额 没有做");
    }
}
