using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

/// <summary>To have a colleague do something is a to-do for them, whatever the thing to do sounds like.</summary>
public sealed class ErrandTests
{
    [Theory]
    [InlineData("对了 凌云能耗那个 让赵磊写一下丢单原因 周五前给我", "写一下丢单原因")]
    [InlineData("叫刘晨把东岭泵业的报价改一版 周五前", "报价改一版")]
    [InlineData("have Ray write up the offer by Friday", "write up the offer")]
    [InlineData("get Ray to call 凌云电缆 about the pilot by Friday", "call")]
    public async Task It_is_a_to_do_for_them(string said, string what)
    {
        await using var bot = await TestBot.StartAsync();
        var boss = bot.As("王芳");
        await boss.Says("凌云电缆能耗");
        await boss.Says(said);
        var todo = (await bot.Look(db => Task.FromResult(db.Todos.Select(t => new { t.Title, t.Owner.Name, t.DueOn }).ToList()))).Single();
        Assert.False(todo.Name == "王芳");
        Assert.Contains(what, todo.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("对了", todo.Title, StringComparison.Ordinal);
        Assert.NotNull(todo.DueOn);
        Assert.Equal("negotiation", (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D3")))).Stage);
    }

    [Theory]
    [InlineData("百川水务平台客户砍到240万 改一下")]
    [InlineData("change 百川水务平台 to 2.4 million")]
    public async Task An_order_about_another_deal_is_no_answer(string order)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("给东岭阀门建个待办")).Hears("要做什么");
        (await rep.Says(order)).Hears("金额已修改", "百川水务平台");
    }
}
