using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Whoever names what is to be taken back never gets another act taken back instead.</summary>
public sealed class NamedUndoTests
{
    [Fact]
    public async Task The_change_of_the_named_customer_is_taken_back_though_another_came_after()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成90万");
        await rep.Says("百川水务平台预计成交推到7月底");
        await rep.Says("东岭阀门那个改价撤了吧");
        rep.Hears("已撤销", "东岭阀门MES", "¥900,000 → **¥680,000**");
        await rep.Says("这单现在什么情况");
        rep.DoesNotHear("2026年6月30日");
    }

    [Fact]
    public async Task The_named_act_is_taken_back_though_another_came_after()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成60万");
        await rep.Says("周总刚打电话说不砍了");
        await rep.Says("那个改价撤了");
        rep.Hears("已撤销", "¥600,000 → **¥680,000**");
    }

    [Theory]
    [InlineData("凌云电缆的改动撤销")]
    [InlineData("撤销丢单")]
    public async Task What_was_never_done_is_not_taken_back(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成90万");
        await rep.Says(text);
        rep.Hears("没有找到您说的这个改动");
        rep.DoesNotHear("已撤销");
    }

    [Fact]
    public async Task Both_are_taken_back_when_both_are_meant()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成90万");
        await rep.Says("百川水务平台改成280万");
        await rep.Says("两个都撤了");
        rep.Hears("¥2,800,000 → **¥2,600,000**", "¥900,000 → **¥680,000**");
    }

    [Fact]
    public async Task What_is_not_to_be_logged_is_not_logged()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("跟百川水务吃饭取消了，别记");
        rep.DoesNotHear("跟进已记录");
        await rep.Says("刚跟百川水务吃了饭");
        rep.Hears("跟进已记录");
        await rep.Says("哎那个没吃成 别记");
        rep.Hears("已撤销");
        rep.DoesNotHear("待办已添加");
    }

    [Fact]
    public async Task News_of_another_customer_corrects_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("new lead from the trade fair: Bergmann Textil, wants 40 gateways");
        rep.Hears("Lead created");
        await rep.Says("quarry stone signed!!! 95k in the end");
        rep.Hears("Quarry Stone");
        rep.DoesNotHear("corrected");
    }

    [Fact]
    public async Task A_question_to_the_bot_is_no_report()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("百川水务不是今天刚见过吗，为啥说没推进");
        manager.DoesNotHear("跟进已记录");
    }
}
