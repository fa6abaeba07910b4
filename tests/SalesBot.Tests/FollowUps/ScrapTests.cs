using SalesBot.Tests.Talking;

namespace SalesBot.Tests.FollowUps;

/// <summary>What is left of a sentence and is no deed becomes neither a next step nor a to-do; what was planned stays.</summary>
public sealed class ScrapTests
{
    [Theory]
    [InlineData("quarry stone call went well, they want a demo, sometime next week")]
    [InlineData("told Quarry Stone no on the price, i said i'd think about it till friday")]
    [InlineData("visited Quarry Stone, they liked it, really, maybe next week")]
    public async Task A_report_leaves_the_step_as_it_is(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("next step for Quarry Stone EMS: send the ROI sheet on Monday");
        await rep.Says(said);
        var deal = await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D7")));
        Assert.Equal("send the ROI sheet", deal.NextStep);
    }

    [Theory]
    [InlineData("刚跟东岭周总吃完饭 他说钱批不下来 成交日挪到端午后")]
    [InlineData("昨天拜访了东岭阀门 他们预算紧 预计成交推到六月底")]
    public async Task A_leading_word_is_no_step(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步：核对点位表 周五");
        await rep.Says(said);
        Assert.Equal("核对点位表", (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1")))).NextStep);
    }

    [Theory]
    [InlineData("actually it was teams not phone", "How\nmeeting")]
    [InlineData("and it was monday not today", "")]
    public async Task What_puts_a_report_right_is_no_step(string said, string hears)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("next step for Quarry Stone EMS: send the ROI sheet on Monday");
        await rep.Says("just called Quarry Stone, they want SLA terms");
        await rep.Says(said);
        rep.DoesNotHear("Next step set");
        Assert.Contains(hears, rep.Last, StringComparison.Ordinal);
        Assert.Equal("send the ROI sheet", (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D7")))).NextStep);
    }
}
