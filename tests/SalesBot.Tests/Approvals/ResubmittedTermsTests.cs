using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>AP-09: the card of what is submitted again says the terms, those it had where none were said anew.</summary>
public sealed class ResubmittedTermsTests
{
    [Theory]
    [InlineData("分三期付款，质保两年", "条款", "分三期付款，质保两年")]
    [InlineData(null, "条款", "无")]
    public async Task AP_09_terms_stand_on_the_second_card(string? terms, params string[] hears)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", terms is null ? [("deal", "D3")] : [("deal", "D3"), ("terms", terms)]);
        await bot.DeliverAsync();
        await bot.As("郑文").Presses("退回修改", ("reason", "附件缺资质"));
        await bot.DeliverAsync();
        await bot.As("赵磊").Presses("重新提交");
        await bot.As("郑文").IsTold(["与上次提交相比", .. hears]);
    }
}
