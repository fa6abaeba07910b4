using SalesBot.Promises;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.FollowUps;

/// <summary>What others do, and how things are, stays in the note: only what we do is a next step.</summary>
public sealed class FactsTests
{
    [Theory]
    [InlineData("called Quarry Stone, happy with the specs, their committee decides on 27 March")]
    [InlineData("called Quarry Stone, needs the price below 80k by end of next week")]
    [InlineData("met Quarry Stone today, Tom is on holiday until 30 March")]
    [InlineData("called Quarry Stone, budget is approved on Friday")]
    [InlineData("called Quarry Stone, go-live must be in May")]
    public async Task A_fact_with_a_day_leaves_the_step_as_it_is(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("next step for Quarry Stone EMS: send the ROI sheet on Monday");

        (await rep.Says(said)).Hears("Follow-up logged");
        Assert.Equal("send the ROI sheet", (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D7")))).NextStep);
        Assert.Contains(said.Split(", ")[^1], rep.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("今天给东岭阀门打了电话，预算砍了，6月中旬才有钱")]
    [InlineData("今天拜访了东岭阀门，方案认可，下周五上会")]
    [InlineData("今天给东岭阀门打了电话，一切正常，下周三周总出差")]
    public async Task A_fact_in_chinese_does_so_too(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步：核对点位表 周五");

        (await rep.Says(said)).Hears("跟进已记录", "3月11日");
        Assert.Equal("核对点位表", (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1")))).NextStep);
    }

    [Theory]
    [InlineData("Kevin Doyle", "called Quarry Stone, send them the spec on Friday", "send them the spec")]
    [InlineData("Kevin Doyle", "called Quarry Stone, all fine, I'll visit on Friday", "visit")]
    [InlineData("Kevin Doyle", "called Quarry Stone, seeing her again on Friday", "seeing her again")]
    [InlineData("赵磊", "今天给东岭阀门打了电话，一切正常，周五寄样品", "寄样品")]
    [InlineData("赵磊", "今天给东岭阀门打了电话，周总让我们周五前报价", "报价")]
    public async Task What_we_do_is_the_step(string who, string said, string step)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = who == "赵磊" ? bot.As(who) : bot.As(who).InEnglish();

        await rep.Says(said);
        Assert.Equal(step, (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == (who == "赵磊" ? "D1" : "D7"))))).NextStep);
    }

    [Theory]
    [InlineData("刘总要求我们周五前出方案")]
    [InlineData("他说5月底才能付款")]
    [InlineData("she said the sample is fine but shipment must be by 30 June")]
    [InlineData("they want the offer by Friday")]
    public void What_is_wanted_or_has_to_be_is_no_promise(string said) => Assert.Empty(PromiseReader.Read(said, new DateTime(2026, 3, 17, 9, 0, 0)));

    [Theory]
    [InlineData("他们要一份点位清单，我答应周四给", "点位清单")]
    [InlineData("他答应周五前让我们试用", "试用")]
    [InlineData("she'll send the drawings by Friday", "drawings")]
    public void What_is_promised_says_what(string said, string what) => Assert.Contains(what, Assert.Single(PromiseReader.Read(said, new DateTime(2026, 3, 17, 9, 0, 0))).Content, StringComparison.Ordinal);
}
