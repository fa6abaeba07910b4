using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>What is put off, supposed or withdrawn in the same breath orders nothing, whatever was asked or shown before.</summary>
public sealed class LeftForLaterTests
{
    [Theory]
    [InlineData("剩下的明天再说")]
    [InlineData("其余的下周再看吧")]
    [InlineData("别的改天再弄")]
    [InlineData("the rest can wait till tomorrow")]
    [InlineData("I'll look at the others on Monday")]
    [InlineData("leave the rest for tomorrow")]
    public async Task The_rest_of_a_list_is_left_for_later(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("我的商机有哪些");
        await rep.Says("第二个改成50万");
        rep.Hears("金额已修改");
        await rep.Says(text);
        rep.DoesNotHear("✓", "对吗", "已撤销");
    }

    [Theory]
    [InlineData("给刘晨建个待办吧……算了他自己会弄")]
    [InlineData("提醒我明天给凌云寄样品，算了不用，他们自己来取")]
    [InlineData("凌云电缆能耗金额改一下，还是算了，等他们回话")]
    [InlineData("remind me to send the samples tomorrow... never mind, they come by")]
    public async Task What_is_withdrawn_in_the_same_message_is_not_done(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var boss = bot.As("王芳");
        await boss.Says(text);
        boss.DoesNotHear("✓", "对吗", "改成多少");
    }

    [Theory]
    [InlineData("算了还是改成60万吧")]
    [InlineData("东岭阀门MES先不动，算了，改成60万")]
    public async Task What_is_ordered_after_it_is_done(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成55万");
        await rep.Says(text);
        rep.Hears("¥600,000");
    }

    [Theory]
    [InlineData("要是她点头 70万我就签")]
    [InlineData("只要他们同意我就赢单了")]
    public async Task What_is_only_supposed_is_no_next_step(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门周总说月底给答复，记一下");
        rep.Hears("跟进已记录", "下一步做什么");
        await rep.Says(text);
        rep.DoesNotHear("哪一天", "下一步已定", "赢单");
    }
}
