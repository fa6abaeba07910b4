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
    [InlineData("公海里有哪些客户")]
    [InlineData("我能认领公海里的哪些客户")]
    [InlineData("看看公海")]
    public async Task CU_11_the_second_page_of_the_pool_is_a_page_and_claims_nothing(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            db.AddRange(Enumerable.Range(0, 12).Select(i => new SalesBot.Customers.Customer { Key = "C8" + i, Name = "公海客户" + i, CreatedAt = TestBot.Start }));
            return await db.SaveChangesAsync();
        });
        var rep = bot.As("赵磊");
        (await rep.Says(asked)).Hears("公海客户 13 个", "公海客户11").DoesNotHear("万象包装");
        (await rep.Presses("下一页 ›")).Hears("公海客户 13 个", "万象包装");
        Assert.Equal(13, await bot.Look(db => db.Customers.CountAsync(c => c.OwnerId == null)));
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
