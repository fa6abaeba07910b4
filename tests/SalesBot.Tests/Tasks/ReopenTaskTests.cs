using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

/// <summary>A tick that was wrong is taken back by words, never made again.</summary>
public sealed class ReopenTaskTests
{
    [Theory]
    [InlineData("寄样机那条没做完啊 谁让你勾掉的")]
    [InlineData("给东岭寄样机那个待办恢复一下")]
    [InlineData("谁让你把寄样机勾掉的")]
    [InlineData("寄样机标回未完成")]
    [InlineData("untick 寄样机, 还没寄呢")]
    [InlineData("reopen the 寄样机 task")]
    [InlineData("that isn't done")]
    public async Task It_is_open_again(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我明天给东岭阀门寄样机");
        (await rep.Says("寄样机做完了")).Hears("已完成");
        (await rep.Says(said)).Hears("待办已恢复", "寄样机");
        Assert.Null(await bot.Look(db => Task.FromResult(db.Todos.Single().DoneAt)));
    }

    [Theory]
    [InlineData("untick the visa letter")]
    [InlineData("把签证函那条待办恢复一下")]
    public async Task Where_none_was_ticked_that_is_said(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我明天给东岭阀门寄样机");
        (await rep.Says(said)).Hears("没有勾掉过").DoesNotHear("已完成");
    }

    [Fact]
    public async Task A_step_is_the_deals_next_one_again()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步：核对点位表 周五");
        await rep.Says("核对点位表做完了");
        Assert.Null((await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1")))).NextStep);
        (await rep.Says("核对点位表那条没做完 谁让你勾掉的")).Hears("待办已恢复");
        Assert.Equal("核对点位表", (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1")))).NextStep);
    }
}
