using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers.Segments;

public sealed class SegmentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task CU_02_customers_stand_in_layers_by_value_industry_and_years(Store store)
    {
        await using var bot = await SoldAsync(store);
        var manager = bot.As("王芳");
        await manager.Says("客户分层");
        manager.Hears("共 4 个", "大客户", "1 个客户 · ¥1,500,000", "普通客户", "1 个客户 · ¥300,000", "潜在客户", "2 个客户 · ¥0", "阀门", "未填行业", "合作 3 年以上", "合作不满 1 年");
        await manager.Presses("普通客户");
        manager.Hears("客户 1 个", "凌云电缆").DoesNotHear("东岭阀门");
        (await manager.Says("大客户有哪些")).Hears("客户 1 个", "东岭阀门").DoesNotHear("凌云电缆");
        (await manager.InEnglish().Says("show our long-standing customers")).Hears("1 customer", "凌云电缆");
        (await manager.InEnglish().Says("customer segments")).Hears("4 customers in segments", "Large customers", "By length of cooperation");
    }

    [Fact]
    public async Task CU_02_a_rep_counts_their_own_and_thresholds_are_data()
    {
        await using var bot = await SoldAsync(null);
        (await bot.As("刘晨").Says("客户分层")).Hears("共 1 个", "大客户", "0 个客户");
        var admin = bot.As("管理员");
        await admin.Says("把大客户门槛改成200000");
        await admin.Says("产品单价低");
        admin.Hears("保存为客户规则第 1 版", "¥1,000,000 → ¥200,000");
        (await admin.Says("是")).Hears("第 1 版已生效");
        (await bot.As("王芳").Says("大客户有哪些")).Hears("客户 2 个", "东岭阀门", "凌云电缆");
    }

    [Fact]
    public async Task CU_04_the_stage_of_life_follows_the_records_until_somebody_sets_it()
    {
        await using var bot = await SoldAsync(null);
        var rep = bot.As("赵磊");
        (await rep.Says("东岭阀门怎么样")).Hears("生命周期", "转化（按记录）");
        (await rep.Says("把东岭阀门的生命周期改为留存")).Hears("生命周期已更新", "留存与裂变");
        (await rep.Says("东岭阀门怎么样")).Hears("留存与裂变（人工设置；按记录为转化）");
        (await rep.Says("哪些客户处于留存期")).Hears("东岭阀门");
        (await rep.InEnglish().Says("set the lifecycle of 东岭阀门 to automatic")).Hears("From the records: being won over");
        Assert.Null(await bot.Look(db => db.Customers.Where(c => c.Key == "C1").Select(c => c.Lifecycle).SingleAsync()));
        (await rep.Says("把东岭阀门的生命周期改为月亮")).Hears("不是生命周期阶段", "培育");
        await rep.Presses("培育");
        Assert.Equal(Lifecycle.Nurtured, await bot.Look(db => db.Customers.Where(c => c.Key == "C1").Select(c => c.Lifecycle).SingleAsync()));
        (await bot.As("刘晨").Forges("set_lifecycle", ("customer", "C1"), ("lifecycle", "Retained"))).DoesNotHear("已更新");
    }

    [Fact]
    public async Task CU_05_customers_of_high_potential_are_listed_with_the_parts_of_their_score()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("刚拜访完东岭阀门周总 方案认可");
        (await rep.Says("高潜客户有哪些")).Hears("高潜客户", "东岭阀门", "满分 100", "最近联系 30 + 互动 5 + 资料 0 + 商机 12");
        (await rep.InEnglish().Says("which customers have the highest potential")).Hears("high-potential customer", "contact 30 + interactions 5");
        (await bot.As("Kevin Doyle").Says("高潜客户有哪些")).DoesNotHear("东岭阀门");
    }

    /// <summary>东岭阀门 bought 1.5 million last month (partly in dollars), 凌云电缆 300,000 a year ago and before.</summary>
    private static async Task<TestBot> SoldAsync(Store? store)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.Look(async db =>
        {
            var (valves, cables) = (await db.Customers.SingleAsync(c => c.Key == "C1"), await db.Customers.SingleAsync(c => c.Key == "C3"));
            valves.Industry = "阀门";
            db.AddRange(
                Won("W1", valves, 790_000, "CNY", 30), Won("W2", valves, 100_000, "USD", 20), Won("W3", cables, 300_000, "CNY", 365), Won("W4", cables, 9_000_000, "CNY", 365 * 4));
            return await db.SaveChangesAsync();
        });
        return bot;
    }

    private static Deal Won(string key, Customer customer, decimal amount, string currency, int daysAgo) => new()
    {
        Key = key, Name = key, Customer = customer, OwnerId = customer.OwnerId!.Value, Stage = "won", Status = DealStatus.Won, Amount = amount, Currency = currency,
        StageSince = TestBot.Start.AddDays(-daysAgo), ClosedAt = TestBot.Start.AddDays(-daysAgo), CreatedAt = TestBot.Start.AddDays(-daysAgo - 60),
    };
}
