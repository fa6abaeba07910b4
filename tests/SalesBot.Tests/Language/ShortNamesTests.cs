using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>A deal that is called by no more than its own part of the name, while another one is spoken of.</summary>
public sealed class ShortNamesTests
{
    [Theory]
    [InlineData("能耗改到152万")]
    [InlineData("能耗那单金额改成152万")]
    [InlineData("能耗 152万")]
    public async Task It_is_changed_and_not_the_one_in_view(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("打开百川水务平台");
        await rep.Says(said);
        Assert.Equal((2_600_000m, 1_520_000m), (await AmountAsync(bot, "D5"), await AmountAsync(bot, "D3")));
    }

    [Fact]
    public async Task Its_contract_is_submitted_and_no_other()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("打开百川水务平台");
        (await rep.Says("能耗合同提交审批")).DoesNotHear("百川水务平台");
    }

    private static Task<decimal?> AmountAsync(TestBot bot, string deal) => bot.Look(db => db.Deals.Where(d => d.Key == deal).Select(d => d.Amount).SingleAsync());
}
