using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Whoever gives in, or says what is to stay, and then says what is to be done means that; who only gives in drops what was asked.</summary>
public sealed class GivenInTests
{
    [Theory]
    [InlineData("算了还是3月底吧", "3月31日")]
    [InlineData("唉算了 下下周五吧", "3月27日")]
    [InlineData("never mind, March 25", "3月25日")]
    [InlineData("better the 20th of May", "5月20日")]
    [InlineData("要不就5月8号", "5月8日")]
    public async Task Another_day_corrects_the_first(string said, string day)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗推迟到4月16号");
        (await rep.Says(said)).Hears("已更正", day);
    }

    [Fact]
    public async Task An_order_after_it_is_meant()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("东岭阀门MES报价打九五折提交审批");
        var manager = bot.As("王芳");
        await manager.Says("我有什么要批的");
        (await manager.Says("打开第一个")).Hears("东岭阀门MES");
        (await manager.Says("算了 批了吧")).Hears("批准");
    }

    [Theory]
    [InlineData("阶段先别动，金额改成90万")]
    [InlineData("stage先不动 金额改成90万")]
    [InlineData("leave the stage as it is, set the amount to 900k")]
    public async Task What_is_to_stay_is_no_denial_of_what_follows(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看下东岭阀门MES");
        (await rep.Says(said)).Hears("金额已修改", "¥900,000");
    }

    [Theory]
    [InlineData("算了，他们还没定")]
    [InlineData("先别动，改金额的事再说")]
    [InlineData("never mind, he is not in")]
    public async Task What_follows_may_only_be_why(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看下东岭阀门MES");
        (await rep.Says(said)).DoesNotHear("✓");
    }

    [Theory]
    [InlineData("剩下的明天再说")]
    [InlineData("其他的下周再补吧")]
    [InlineData("the rest can wait till Friday")]
    public async Task What_is_put_off_is_no_reminder(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看下凌云电缆能耗");
        (await rep.Says(said)).DoesNotHear("✓");
    }
}
