using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers.Pool;

/// <summary>The pool and leads as people ask of them and answer them.</summary>
public sealed class PoolTalkTests
{
    [Theory]
    [InlineData("看看公海")]
    [InlineData("公海现在还有哪些客户")]
    [InlineData("list the pool")]
    [InlineData("who's in the pool?")]
    [InlineData("/公海")]
    public async Task CU_11_the_pool_is_looked_at_without_claiming(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says(asked)).Hears("公海客户 1 个", "万象包装").DoesNotHear("指哪");
        (await rep.Says("我的商机")).DoesNotHear("接着刚才");
        await rep.Says("1");
        Assert.Null(await bot.Look(db => db.Customers.Where(c => c.Name == "万象包装").Select(c => c.OwnerId).SingleAsync()));
    }

    [Theory]
    [InlineData("还有哪些线索没派出去")]
    [InlineData("show me the unassigned leads")]
    public async Task Leads_of_nobody_are_asked_for(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("何建国").Says(asked)).Hears("没有分配的线索");
    }
}
