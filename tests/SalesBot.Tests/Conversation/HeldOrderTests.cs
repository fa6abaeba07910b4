using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>What is only supposed changes nothing; "do it now" right after it asks once and does it.</summary>
public sealed class HeldOrderTests
{
    [Theory]
    [InlineData("要是东岭阀门再不动就转给刘晨", "现在就转", "是")]
    [InlineData("if 东岭阀门 keeps silent, hand it to 刘晨", "do it now", "yes")]
    [InlineData("if 东岭阀门MES drags on, reassign it to Chen Liu", "then do it", "yes")]
    [InlineData("if I moved 东岭阀门 to Chen Liu, would that help?", "Do it.", "yes")]
    public async Task It_is_released_confirmed_and_done(string supposed, string release, string yes)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        (await manager.Says(supposed)).DoesNotHear("✓");
        (await manager.Says(release)).Hears("转交客户", "刘晨").DoesNotHear("✓");
        (await manager.Says(yes)).Hears("✓ 客户已转交", "赵磊 → **刘晨**");
    }

    [Theory]
    [InlineData("现在就转")]
    [InlineData("do it now")]
    public async Task Nothing_is_released_where_nothing_was_supposed(string release)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").Says(release)).DoesNotHear("✓", "对吗");
    }

    [Theory]
    [InlineData("算了")]
    [InlineData("no")]
    public async Task A_no_leaves_it(string no)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("要是东岭阀门再不动就转给刘晨");
        await manager.Says("现在就转");
        (await manager.Says(no)).DoesNotHear("✓");
        (await manager.Says("现在就转")).DoesNotHear("✓", "对吗");
    }

    [Fact]
    public async Task It_is_forgotten_once_something_else_was_spoken_of()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳").InEnglish();
        await manager.Says("if they push back again, reassign 东岭阀门 to Chen Liu");
        await manager.Says("what's on my list?");
        (await manager.Says("do it now")).DoesNotHear("✓", "Is that right");
    }

    [Fact]
    public async Task Who_may_not_do_it_may_not_release_it()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("要是东岭阀门再不动就转给刘晨");
        (await rep.Says("现在就转")).Hears("不在销售的权限范围内");
    }

    [Theory]
    [InlineData("万象包装要是没主的话，归我吧")]
    [InlineData("if nobody owns it, give me 万象包装")]
    public async Task A_courtesy_is_no_supposition(string order)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(order)).Hears("客户已认领");
    }
}
