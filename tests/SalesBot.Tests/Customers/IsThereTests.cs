using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

/// <summary>Whether there is a customer of some name is asked of that name, whoever was spoken of before.</summary>
public sealed class IsThereTests
{
    [Theory]
    [InlineData("有没有星河光电这个客户", "星河光电")]
    [InlineData("系统里有没有远成这家公司", "远成")]
    [InlineData("do we have Dorset Mills as a customer?", "Dorset Mills")]
    public async Task One_that_nobody_knows_is_not_the_one_before(string asked, string name)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看下凌云电缆");
        (await rep.Says(asked)).Hears(name, "没有找到").DoesNotHear("凌云电缆股份");
    }

    [Fact]
    public async Task One_that_is_there_is_shown()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看下凌云电缆");
        (await rep.Says("有没有百川这个客户")).Hears("百川水务集团");
    }
}
