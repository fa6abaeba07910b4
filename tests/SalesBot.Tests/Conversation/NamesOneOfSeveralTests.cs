using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>After the same was done for several, a correction that names one of them changes that one and leaves the others alone.</summary>
public sealed class NamesOneOfSeveralTests
{
    [Theory]
    [InlineData("赵磊五月目标80万 刘晨50万", "不对 赵磊是85万", 850_000, 500_000)]
    [InlineData("赵磊五月目标80万 刘晨50万", "不对 刘晨是55万", 800_000, 550_000)]
    [InlineData("set June targets: Ray 800k, 刘晨 500k", "sorry, Ray should be 850k", 850_000, 500_000)]
    public async Task A_target_of_two(string order, string correction, int first, int second)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        (await manager.Says(order)).Hears("赵磊", "刘晨");
        await manager.Says(correction);

        var targets = await bot.Look(db => db.Targets.OrderByDescending(target => target.Amount).Select(target => new { target.Person!.Name, target.Amount }).ToListAsync());
        Assert.Equal([("赵磊", (decimal)first), ("刘晨", second)], targets.Select(target => (target.Name, target.Amount)));
    }

    [Fact]
    public async Task An_amount_of_two_deals()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("百川的金额改成250万");
        await rep.Says("凌云的金额改成150万");
        (await rep.Says("说错了 百川是245万")).Hears("百川水务平台", "¥2,450,000").DoesNotHear("凌云");

        Assert.Equal([2_450_000, 1_500_000], await bot.Look(db => db.Deals.Where(deal => deal.Key == "D5" || deal.Key == "D3").OrderByDescending(deal => deal.Amount).Select(deal => deal.Amount!.Value).ToListAsync()));
    }
}
