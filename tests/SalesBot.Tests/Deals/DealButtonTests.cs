using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

/// <summary>A deal's card offers what can be done now.</summary>
public sealed class DealButtonTests
{
    [Fact]
    public async Task While_the_contract_waits_it_is_shown_and_neither_won_nor_submitted_again()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Forges("show_deal", ("deal", "D3"))).Hears("提交合同").DoesNotHear("推进到成交归档");

        await rep.Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        (await rep.Forges("show_deal", ("deal", "D3"))).Hears("查看审批").DoesNotHear("推进到成交归档", "提交合同");

        await bot.As("郑文").Presses("批准");
        (await rep.Forges("show_deal", ("deal", "D3"))).Hears("推进到成交归档", "已签署").DoesNotHear("提交合同");
    }
}
