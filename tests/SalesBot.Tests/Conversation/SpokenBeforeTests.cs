using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Days, people and deals by what was said just before.</summary>
public sealed class SpokenBeforeTests
{
    [Fact]
    public async Task That_day_is_the_corrected_one()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步 送样 下周一");
        await rep.Says("不对 是周三");
        rep.Hears("3月18日");
        (await rep.Says("那天早上九点提醒我备货")).Hears("待办已添加", "3月18日 周三 09:00");
    }

    [Theory]
    [InlineData("不对 25号", "5月25日")]
    [InlineData("还是月底吧", "5月31日")]
    [InlineData("no, end of the month", "5月31日")]
    public async Task A_part_of_the_month_that_corrects_a_day_is_of_its_month(string said, string day)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改到5月20号");
        (await rep.Says(said)).Hears("已更正", day);
    }

    [Theory]
    [InlineData("预计结案也往后两周", "4月26日")]
    [InlineData("推后三天", "4月15日")]
    [InlineData("成交日往后一个月", "5月12日")]
    public async Task By_so_much_counts_from_the_planned_day(string said, string day)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看下东岭阀门MES");
        (await rep.Says(said)).Hears("4月12日", day);
    }

    [Fact]
    public async Task Not_that_day_but_the_day_before()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("Met Quarry Stone yesterday, they need a price list");
        rep.Hears("Tue 10 Mar");
        (await rep.Says("not yesterday, the day before")).Hears("corrected", "Mon 9 Mar");
    }

    [Fact]
    public async Task His_is_whom_the_last_order_was_about()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("百川给刘晨");
        manager.Hears("刘晨");
        (await manager.Says("他四月指标加到300万")).Hears("目标已设定", "刘晨", "4月1日");
        (await manager.Says("不对 二百八")).Hears("已更正", "¥2,800,000");
    }

    [Theory]
    [InlineData("它现在多少")]
    [InlineData("现在是多少了")]
    [InlineData("what is it at now?")]
    public async Task How_much_it_is_now_is_asked_of_the_deal(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成71万");
        (await rep.Says(asked)).Hears("东岭阀门MES", "¥710,000").DoesNotHear("业绩预测");
    }

    [Fact]
    public async Task What_was_only_supposed_is_spoken_of()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("假如凌云打九五折会变多少");
        rep.DoesNotHear("✓");
        (await rep.Says("现在多少")).Hears("凌云电缆能耗", "¥1,450,000");
    }

    [Fact]
    public async Task Nothing_done_is_nothing_to_deny()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看下东岭阀门MES");
        (await rep.Says("欸不对，他们只是口头答应")).DoesNotHear("✓");
    }

    [Fact]
    public async Task A_contact_told_right_after_is_taken_back_with_the_customer()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("新建客户 临江钢构");
        await rep.Says("联系人叫宋文斌 13911220066");
        (await rep.Says("为什么")).Hears("添加联系人");
        await rep.Says("等等 同事可能建过了，先不要建");
        Assert.Empty(await bot.Look(db => Task.FromResult(db.Customers.Where(c => c.Name == "临江钢构").ToList())));
    }
}
