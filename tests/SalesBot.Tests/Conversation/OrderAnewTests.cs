using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

public sealed class OrderAnewTests
{
    /// <summary>A new order of the sort that waits for a yes takes no word of the one that waits, which is asked about again.</summary>
    [Fact]
    public async Task Nothing_of_what_waits_for_a_yes_goes_into_another_order()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("给小赵和小刘都说一声 周一早上九点开周会");
        (await manager.Says("让刘晨周五把客户名单整理好")).Hears("客户名单整理好");
        (await bot.As("刘晨").Says("我的待办")).Hears("客户名单整理好").DoesNotHear("周会");
    }
}
