using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

public sealed class RenameDealTests
{
    [Theory]
    [InlineData("东岭阀门MES改叫东岭阀门MES一期", "东岭阀门MES一期")]
    [InlineData("把东岭阀门MES的名字改成“东岭阀门产线升级”", "东岭阀门产线升级")]
    [InlineData("东岭阀门MES重命名为东岭阀门二车间", "东岭阀门二车间")]
    [InlineData("rename 东岭阀门MES to Valve line 2", "Valve line 2")]
    [InlineData("change the name of 东岭阀门MES to Valve line 2", "Valve line 2")]
    public async Task A_deal_is_called_otherwise_and_back(string said, string name)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Says(said)).Hears("商机已改名", "名称\n东岭阀门MES → **" + name);
        (await rep.Presses("撤销")).Hears("已撤销");
        Assert.Equal("东岭阀门MES", (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1")))).Name);
    }

    [Theory]
    [InlineData("商机名字改成阀门产线升级")]
    [InlineData("rename the deal to 阀门产线升级")]
    public async Task The_deal_in_view_is_meant(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES");

        (await rep.Says(said)).Hears("商机已改名", "阀门产线升级");
    }

    [Fact]
    public async Task A_name_that_the_customer_has_is_not_given_twice()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给东岭阀门新建商机，叫备件，20万，6月30日");
        await rep.Says("我的商机");

        (await rep.Says("东岭阀门MES改名为东岭阀门备件")).Hears("已有另一个商机叫“东岭阀门备件”").DoesNotHear("商机已改名");
    }

    [Fact]
    public async Task Nobody_renames_a_deal_that_is_not_theirs()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("Kevin Doyle").InEnglish().Says("rename 东岭阀门MES to mine")).DoesNotHear("Deal renamed");
        Assert.Equal("东岭阀门MES", (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1")))).Name);
    }

    [Theory]
    [InlineData("给凌云电缆建个商机，WMS，约60万，6月底", "凌云电缆WMS")]
    [InlineData("凌云电缆新商机，数采，预算差不多60万，6月底签", "凌云电缆数采")]
    [InlineData("create a deal for 凌云电缆, WMS, roughly 600k, end of June", "凌云电缆WMS")]
    public async Task How_sure_a_sum_is_names_no_deal(string said, string name)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);
        Assert.True(await bot.Look(db => Task.FromResult(db.Deals.Any(d => d.Name == name))));
    }

    [Fact]
    public async Task What_was_left_of_an_order_begun_before_names_no_deal()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给凌云电缆新建商机，叫旧线改造，30万");
        await rep.Says("我的商机");

        (await rep.Says("给百川水务新建商机，WMS，40万，6月30日")).Hears("商机已新建", "百川水务WMS").DoesNotHear("旧线改造");
    }
}
