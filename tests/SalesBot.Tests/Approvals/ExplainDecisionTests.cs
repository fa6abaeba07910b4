using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>By whom and why something was sent back or refused.</summary>
public sealed class ExplainDecisionTests
{
    [Theory]
    [InlineData("东岭阀门的合同为啥被打回来了", false)]
    [InlineData("我的合同是被谁退回的", false)]
    [InlineData("合同退回的原因是什么", false)]
    [InlineData("why did legal send it back?", true)]
    [InlineData("who returned the 东岭阀门 contract", true)]
    [InlineData("why was my contract rejected", true)]
    public async Task The_remark_is_told_with_who_gave_it(string said, bool english)
    {
        await using var bot = await ReturnedAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        (await rep.Says(said)).Hears("验收标准没写", english ? "Wen Zheng" : "郑文", english ? "Returned for changes" : "退回");
    }

    [Fact]
    public async Task What_became_of_it_since_is_told_too_and_others_hear_nothing()
    {
        await using var bot = await ReturnedAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"), ("terms", "验收后付款"));

        (await bot.As("赵磊").Says("东岭阀门合同为什么被驳回")).Hears("验收标准没写", "重新提交");
        (await bot.As("刘晨").Says("合同为什么被退回")).DoesNotHear("验收标准没写").Hears("没有被退回");
    }

    [Theory]
    [InlineData("把合同退回，验收标准没写")]
    [InlineData("客户把合同退回来了，因为价格太高")]
    public async Task Who_sends_back_or_tells_of_it_asks_nothing(string said)
    {
        await using var bot = await ReturnedAsync();

        (await bot.As("赵磊").Says(said)).DoesNotHear("原因：验收标准没写");
    }

    private static async Task<TestBot> ReturnedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        await bot.As("郑文").Says("退回，验收标准没写");
        return bot;
    }
}
