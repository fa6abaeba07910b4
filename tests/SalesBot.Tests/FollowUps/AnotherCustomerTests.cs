using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.FollowUps;

/// <summary>Whoever puts themselves right inside a report takes nothing back that was done before.</summary>
public sealed class AnotherCustomerTests
{
    [Theory]
    [InlineData("我刚给百川…不对 是东岭阀门的周总打了电话，他问备件能不能包两次巡检", false)]
    [InlineData("刚跟凌云 哦不对 是东岭阀门周总通了电话，他要看新方案", false)]
    [InlineData("just called 百川水务, no wait it was 东岭阀门, 周总 wants the new offer", true)]
    public async Task The_last_name_counts_and_the_act_before_stays(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "凌云电缆能耗 to 1.4m" : "凌云电缆能耗改成140万");
        await rep.Says(said);
        Assert.Equal(1_400_000m, await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Amount!.Value).SingleAsync()));
        Assert.Equal("C1", await bot.Look(db => db.FollowUps.Select(f => f.Customer!.Key).SingleAsync()));
    }
}
