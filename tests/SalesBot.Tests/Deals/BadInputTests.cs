using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

/// <summary>What cannot be meant is said to be so, in the person's language, and nothing of the rest is lost.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("金额改成0", "必须大于零")]
    [InlineData("金额改成-5万", "必须大于零")]
    [InlineData("金额改成99999亿", "要小于 1,000,000,000,000")]
    [InlineData("金额改成九千万亿", "要小于 1,000,000,000,000")]
    [InlineData("change the amount to 0", "必须大于零")]
    [InlineData("set the amount to 999999 trillion", "要小于")]
    [InlineData("预计成交改到2月30日", "日历上没有“2月30日”这一天")]
    [InlineData("预计成交改到下周八", "日历上没有“下周八”这一天")]
    [InlineData("move the close date to Feb 30", "日历上没有“Feb 30”这一天")]
    [InlineData("下一步 下周八去拜访", "日历上没有“下周八”这一天")]
    public async Task Says_why_and_changes_nothing(string said, string why)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES");
        await rep.Says(said);
        rep.Hears(why, "没有做任何改动");
        Assert.Equal(1, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Version).FirstAsync()));
    }

    [Fact]
    public async Task The_right_value_completes_the_order_that_had_a_wrong_one()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("新商机 东岭阀门 50万 去年6月底");
        rep.Hears("已经过去");
        await rep.Says("6月30日");
        rep.Hears("商机已新建", "¥500,000", "6月30日");
    }

    [Fact]
    public async Task A_wrong_amount_is_told_before_more_is_asked_and_the_question_names_the_supposed_customer()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("新商机 东岭阀门 99999亿");
        rep.Hears("要小于");
        await rep.Says("算了");
        await rep.Says("东岭阀门MES");
        await rep.Says("新商机");
        rep.Hears("给“东岭阀门”新建商机");
    }

    [Fact]
    public async Task Something_else_that_is_said_instead_is_not_taken_for_a_day()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES");
        await rep.Says("预计成交改到去年3月");
        await rep.Says("刚拜访完东岭阀门周总 方案认可");
        rep.Hears("跟进已记录");
        await rep.Says("东岭泵业的商机");
        rep.DoesNotHear("下一步");
    }

    [Fact]
    public async Task Eight_customers_next_week_are_no_eighth_day()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我下周八个客户要回访");
        rep.DoesNotHear("日历上没有");
    }

    [Fact]
    public async Task The_words_of_an_order_are_no_name()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("add customer");
        rep.Hears("叫什么").DoesNotHear("已新建");
    }
}
