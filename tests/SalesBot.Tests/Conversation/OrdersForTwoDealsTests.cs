using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

public sealed class OrdersForTwoDealsTests
{
    [Theory]
    [InlineData("东岭阀门MES丢单了，百川水务平台金额改成200万")]
    [InlineData("东岭阀门推进一步，然后把百川水务平台金额改成200万")]
    [InlineData("东岭阀门MES延到5月6号，百川水务平台金额改成200万")]
    public async Task An_amount_said_of_one_deal_is_never_written_to_the_other(string said)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal(680_000m, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).FirstAsync()));
        Assert.Contains(await bot.Look(db => db.Deals.Where(d => d.Key == "D5").Select(d => d.Amount).FirstAsync()), new decimal?[] { 2_000_000m, 2_600_000m });
    }

    [Fact]
    public async Task Losing_one_deal_and_changing_another_are_two_orders()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says("东岭阀门MES丢单了 客户选了别家，百川水务平台金额改成200万");

        Assert.Equal(DealStatus.Lost, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Status).FirstAsync()));
        Assert.Equal(2_000_000m, await bot.Look(db => db.Deals.Where(d => d.Key == "D5").Select(d => d.Amount).FirstAsync()));
    }
}
