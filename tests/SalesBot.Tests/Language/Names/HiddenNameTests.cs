using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language.Names;

public sealed class HiddenNameTests
{
    [Theory]
    [InlineData("赵磊", "打开百川水务平台", "D5", "东岭泵业那边丢了 价格打不过同行")]
    [InlineData("赵磊", "打开百川水务平台", "D5", "鼎盛科技那单丢了")]
    [InlineData("赵磊", "打开百川水务平台", "D5", "宏远签了，50万")]
    [InlineData("Kevin Doyle", "show Quarry Stone EMS", "D7", "we lost the Kestrel deal")]
    [InlineData("Kevin Doyle", "show Quarry Stone EMS", "D7", "move Bluewater to negotiation")]
    public async Task A_name_that_nobody_knows_is_not_what_was_spoken_of_before(string who, string first, string deal, string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = await bot.As(who).Says(first);
        var before = await bot.Look(db => db.Deals.Where(d => d.Key == deal).Select(d => new { d.Stage, d.Amount }).FirstAsync());

        await rep.Says(said);

        Assert.Equal(before, await bot.Look(db => db.Deals.Where(d => d.Key == deal).Select(d => new { d.Stage, d.Amount }).FirstAsync()));
        rep.DoesNotHear("✓");
    }

    [Theory]
    [InlineData("东岭泵业那边丢了 价格打不过同行")]
    [InlineData("东岭泵业WMS改成50万")]
    public async Task A_name_that_one_may_not_see_is_never_taken_for_one_alike(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = await bot.As("赵磊").Says(said);

        rep.Hears("没有“东岭泵业").DoesNotHear("✓", "东岭泵业WMS ");
        Assert.Equal(680_000m, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).FirstAsync()));
        Assert.Equal(310_000m, await bot.Look(db => db.Deals.Where(d => d.Key == "D2").Select(d => d.Amount).FirstAsync()));
    }
}
