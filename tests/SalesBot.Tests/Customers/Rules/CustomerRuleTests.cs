using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Customers.Rules;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers.Rules;

public sealed class CustomerRuleTests
{
    [Theory]
    [InlineData("把A类客户回收天数改成20天", "A 类未跟进回收", "45 天（0 为不限） → 20 天（0 为不限）")]
    [InlineData("把冷却期改成15天", "前负责人冷却期", "15 天")]
    [InlineData("大客户门槛改为200万", "大客户门槛", "¥1,000,000 → ¥2,000,000")]
    [InlineData("set the claim limit to 8", "每人每天认领上限", "8 个")]
    [InlineData("set the recycling days of grade B customers to 40", "B 类未跟进回收", "40 天")]
    [InlineData("线索接受时限改成2小时", "线索接受时限", "2 个工作小时")]
    [InlineData("把线索分配方式改成按地区", "线索分配方式", "轮流 → 按地区")]
    public async Task CU_11_an_admin_changes_each_limit_by_a_sentence_with_a_version_and_goes_back(string said, string label, string change)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        await admin.Says(said);
        admin.Hears("为什么要改");
        (await admin.Says("试行")).Hears("保存为客户规则第 1 版", label, change, "试行");
        (await admin.Says("是")).Hears("第 1 版已生效");
        (await admin.Says("客户规则")).Hears(label);
        (await admin.Says("客户规则版本")).Hears("试行");
        await admin.Presses("恢复此版本");
        await admin.Says("不合适");
        (await admin.Says("是")).Hears("第 2 版已生效");
        Assert.Equal(CustomerFile.Write(CustomerRule.Shipped), await bot.Look(db => db.Definitions.Where(d => d.Name == CustomerRule.Name).OrderByDescending(d => d.Number).Select(d => d.Content).FirstAsync()));
    }

    [Fact]
    public async Task Others_read_the_rules_and_change_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("公海规则")).Hears("客户规则", "每人每天认领上限", "5 个").DoesNotHear("修改");
        (await bot.As("王芳").Says("把每日认领上限改成50个")).Hears("权限范围");
        (await bot.As("管理员").Says("把每日认领上限改成很多")).Hears("没有“每人每天认领上限”的数值");
        (await bot.As("管理员").Says("把每日认领上限改成5000个")).DoesNotHear("已生效").Hears("0 到 1,000");
        Assert.Equal(0, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == CustomerRule.Name)));
    }

    [Fact]
    public void A_file_keeps_everything_and_tells_each_fault_by_its_place()
    {
        var rule = CustomerRule.Shipped with { Way = LeadWay.Region, Regions = new Dictionary<string, string>(StringComparer.Ordinal) { ["沈阳"] = "T1" } };
        var text = CustomerFile.Write(rule);
        var (again, none) = CustomerFile.Read(JsonNode.Parse(text)!.AsObject());
        Assert.Empty(none);
        Assert.Equal(text, CustomerFile.Write(again!));
        var (bad, faults) = CustomerFile.Read(JsonNode.Parse("""{"claimsADay": -1, "largeFrom": "viel", "rates": {"USD": 0}, "leadWay": "dice", "regions": [], "currency": "yuan"}""")!.AsObject());
        Assert.Null(bad);
        Assert.Equal("claimsADay currency largeFrom leadWay rates.USD regions", string.Join(" ", faults.Select(f => f.Place).Order(StringComparer.Ordinal)));
    }
}
