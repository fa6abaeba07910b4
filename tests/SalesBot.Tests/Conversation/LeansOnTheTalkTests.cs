using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>What was done, shown or asked just before says what a few words mean.</summary>
public sealed class LeansOnTheTalkTests
{
    [Fact]
    public async Task A_correction_by_so_much_counts_from_before_the_act()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES推迟一周");
        rep.Hears("4月12日", "4月19日");
        await rep.Says("不对 两周");
        rep.Hears("已更正", "4月12日", "4月26日");
        await rep.Says("凌云电缆能耗加五万");
        rep.Hears("¥1,500,000");
        await rep.Says("不对，减五万");
        rep.Hears("¥1,450,000 → **¥1,400,000**");
    }

    [Theory]
    [InlineData("啊 他们又有意向了 别丢")]
    [InlineData("他又来电话了，先别丢单")]
    public async Task What_is_forbidden_right_after_it_was_done_is_taken_back(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES丢单，价格谈不拢");
        rep.Hears("已记为丢单");
        await rep.Says(text);
        rep.Hears("已撤销");
    }

    [Fact]
    public async Task A_no_that_only_names_the_same_customer_takes_back_and_corrects_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗赢单了");
        rep.Hears("恭喜赢单");
        await rep.Says("不，凌云只是口头答应");
        rep.Hears("已撤销").DoesNotHear("已更正");
    }

    [Theory]
    [InlineData("联系人叫宋文斌 13911220066", "宋文斌")]
    [InlineData("her name is Ilona Brandt, 0171 5550166", "Ilona Brandt")]
    public async Task A_contact_told_right_after_a_new_customer_is_added_to_it(string text, string name)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("新建客户 临江钢构");
        rep.Hears("客户已新建");
        await rep.Says(text);
        rep.Hears("联系人已保存", "临江钢构", name);
    }

    [Fact]
    public async Task A_question_for_an_unknown_customer_comes_back_after_something_else()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("鼎盛纺织的金额改成九十五万");
        rep.Hears("没有找到");
        await rep.Says("看下凌云电缆能耗");
        rep.Hears("凌云电缆能耗").DoesNotHear("系统出错");
    }

    [Fact]
    public async Task A_file_right_after_a_list_holds_what_was_listed()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("我的商机有哪些");
        await rep.Says("导出成excel");
        rep.DoesNotHear("要导出什么");
    }
}
