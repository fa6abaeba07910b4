using Microsoft.EntityFrameworkCore;
using SalesBot.Process;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Asked why, a look at something is shown and is no reason; what merely speaks of such things is one.</summary>
public sealed class LookWhileAskedTests
{
    [Theory]
    [InlineData("我的商机", false)]
    [InlineData("看一下我的待办", false)]
    [InlineData("my deals", true)]
    [InlineData("show my to-dos", true)]
    public async Task A_look_is_no_reason_why_a_deal_was_lost(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "lost 东岭阀门MES" : "东岭阀门MES丢了");
        await rep.Says(said);
        Assert.False(await bot.Look(db => db.Deals.AnyAsync(d => d.Key == "D1" && d.Stage == SalesProcess.Lost)));
    }

    [Theory]
    [InlineData("我的报价高了", false)]
    [InlineData("他们看上别家的方案了", false)]
    [InlineData("my quote was too high", true)]
    public async Task What_speaks_of_ones_own_things_is_a_reason(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "lost 东岭阀门MES" : "东岭阀门MES丢了");
        await rep.Says(said);
        Assert.True(await bot.Look(db => db.Deals.AnyAsync(d => d.Key == "D1" && d.Stage == SalesProcess.Lost)));
    }

    [Fact]
    public async Task An_order_about_a_deal_is_no_answer_to_a_question_with_buttons()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("3月19号请假");
        await rep.Says("4月2号请假");
        (await rep.Says("年假改到4月8号")).Hears("您指哪一次请假");
        (await rep.Says("东岭阀门MES金额改成70万")).Hears("东岭阀门MES", "700,000");
        Assert.Equal(2, await bot.Look(db => db.Absences.CountAsync()));
    }
}
