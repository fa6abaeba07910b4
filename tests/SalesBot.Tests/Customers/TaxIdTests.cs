using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

public sealed class TaxIdTests
{
    [Theory]
    [InlineData("东岭阀门税号 91310000MA1K3XYZ7J", "91310000MA1K3XYZ7J")]
    [InlineData("东岭阀门的统一社会信用代码是91310000ma1k3xyz7j", "91310000MA1K3XYZ7J")]
    [InlineData("登记东岭阀门的税号：310115123456789", "310115123456789")]
    [InlineData("tax id of 东岭阀门: DE123456789", "DE123456789")]
    [InlineData("东岭阀门's VAT number is GB999999973", "GB999999973")]
    public async Task AP_04_the_tax_id_is_noted_by_a_sentence_and_stands_on_the_card(string said, string id)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says(said)).Hears("税号已登记", "东岭阀门", id, "撤销");
        Assert.Equal(id, await TaxId(bot));
        (await rep.Says("东岭阀门税号是多少")).Hears("税号", id);
        (await rep.Forges("show_customer", ("customer", "C1"))).Hears(id);
        (await rep.InEnglish().Says("what is the tax id of 东岭阀门")).Hears("Tax id", id);
    }

    [Theory]
    [InlineData("东岭阀门税号 12345")]
    [InlineData("东岭阀门税号 91310000MA1K3XYZ7")]
    public async Task What_is_none_is_asked_about(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says(said)).Hears("不像税号", "15、18 或 20 位");
        Assert.Null(await TaxId(bot));
        (await rep.Says("91310000MA1K3XYZ7J")).Hears("税号已登记");
    }

    [Fact]
    public async Task FU_11_a_number_that_another_customer_has_is_not_taken_and_says_whose_it_is()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("刘晨").Says("东岭泵业税号 91310000MA1K3XYZ7J");
        (await bot.As("赵磊").Says("东岭阀门税号 91310000MA1K3XYZ7J")).Hears("已是“东岭泵业”的税号", "刘晨", "可能是同一客户");
        Assert.Null(await TaxId(bot));
        (await bot.As("郑文").Says("东岭阀门税号 91310000MA1K3XYZ70")).DoesNotHear("已登记");
        (await bot.As("吴敏").Says("东岭阀门税号 91310000MA1K3XYZ70")).Hears("税号已登记");
    }

    private static Task<string?> TaxId(TestBot bot) => bot.Look(db => db.Customers.Where(c => c.Key == "C1").Select(c => c.TaxId).SingleAsync());
}
