using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>A name and "over there" is a look, whatever is spoken of; it hands nothing over and takes no customer along.</summary>
public sealed class SameOfAnotherTests
{
    [Theory]
    [InlineData("刘晨那边")]
    [InlineData("赵磊那边呢")]
    [InlineData("国际组那边")]
    [InlineData("and 刘晨's?")]
    public async Task After_a_customer_it_hands_nothing_over(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var boss = bot.As("何建国");
        await boss.Says("凌云电缆");
        (await boss.Says(said)).DoesNotHear("✓", "没看明白");
        Assert.Equal("赵磊", await bot.Look(db => Task.FromResult(db.Customers.Where(c => c.Key == "C3").Select(c => c.Owner!.Name).Single())));
    }

    [Theory]
    [InlineData("北区组本季度的预测", "国际组呢")]
    [InlineData("赵磊这个月的预测", "刘晨那边呢")]
    [InlineData("forecast for North this quarter", "and International?")]
    public async Task The_same_look_leaves_the_customer_that_was_spoken_of(string first, string then)
    {
        await using var bot = await TestBot.StartAsync();
        var boss = bot.As("何建国");
        await boss.Says("百川水务");
        (await boss.Says(first)).Hears("业绩预测");
        (await boss.Says(then)).Hears("业绩预测").DoesNotHear("百川");
    }
}
