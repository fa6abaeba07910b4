using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>The name of what was just made is spelled right: the same record under another name.</summary>
public sealed class SpelledNameTests
{
    [Theory]
    [InlineData("新建客户 远航包装", "不是航海的航 是杭州的杭", "远杭包装")]
    [InlineData("新建客户 远航包装", "航是杭州的杭", "远杭包装")]
    [InlineData("新建客户 宏图印刷", "打错了，是洪图印刷", "洪图印刷")]
    [InlineData("新建客户 宏图印刷", "名字改成鸿图印刷", "鸿图印刷")]
    [InlineData("新建客户 宏图印刷", "不是宏图，是鸿图", "鸿图印刷")]
    [InlineData("new customer Brandtnar Mills", "it's spelled Brandtner Mills", "Brandtner Mills")]
    public async Task It_is_the_same_customer(string made, string spelled, string name)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says(made);
        (await rep.Says(spelled)).Hears("客户已新建（已更正）", "\n" + name).DoesNotHear("是" + name);
        Assert.Single(await bot.Look(db => Task.FromResult(db.Customers.Where(c => c.Name == name).ToList())));
    }

    [Fact]
    public async Task A_deal_in_the_making_too()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给凌云新建商机");
        await rep.Says("叫能效监册系统");
        (await rep.Says("册是测量的测")).Hears("凌云电缆", "金额");
        (await rep.Says("40万 六月底")).Hears("商机已新建", "能效监测系统");
    }

    [Fact]
    public async Task What_joins_a_name_to_a_word_left_out_is_no_part_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给百川新建商机");
        await rep.Says("叫管网巡检的");
        (await rep.Says("90万 5月底")).Hears("百川水务管网巡检").DoesNotHear("巡检的");
    }
}
