using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>A quote told bit by bit is read back before it goes to the approver, with the terms of payment.</summary>
public sealed class QuoteTermsTests
{
    [Theory]
    [InlineData("给东岭阀门MES报价走个审批", "95折 付款条件货到30天", "是", "货到30天")]
    [InlineData("submit the quote for 东岭阀门MES", "5% off, payment 30 days after delivery", "yes", "30 days after delivery")]
    public async Task The_discount_is_asked_for_and_the_terms_reach_the_approver(string order, string answer, string yes, string terms)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says(order)).Hears("打几折").DoesNotHear("✓");
        (await rep.Says(answer)).Hears("9.5折", terms, "对吗").DoesNotHear("✓");
        Assert.Equal(0, await bot.Look(db => db.Quotes.CountAsync()));
        (await rep.Says(yes)).Hears("报价已提交审批", "¥646,000");
        await bot.As("王芳").IsTold(terms);
    }

    [Theory]
    [InlineData("不打折")]
    [InlineData("no discount")]
    [InlineData("原价")]
    public async Task Without_a_discount_the_amount_of_the_deal_is_submitted(string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提交东岭阀门MES的报价");
        (await rep.Says(answer)).Hears("报价已提交审批", "¥680,000");
        Assert.Null(await bot.Look(db => db.Quotes.Select(q => q.Discount).SingleAsync()));
    }

    [Theory]
    [InlineData("算了")]
    [InlineData("no")]
    public async Task What_is_read_back_can_be_dropped(string no)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给东岭阀门MES报价走个审批");
        await rep.Says("95折 付款条件货到30天");
        await rep.Says(no);
        Assert.Equal(0, await bot.Look(db => db.Quotes.CountAsync()));
    }

    [Fact]
    public async Task A_correction_keeps_the_terms()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("submit a quote for 东岭阀门MES at 10% off, terms 50% upfront");
        (await rep.Says("no, 8%")).Hears("(corrected)", "¥625,600");
        Assert.Contains("50% upfront", await bot.Look(db => db.Quotes.Select(q => q.Terms).SingleAsync()), StringComparison.Ordinal);
    }
}
