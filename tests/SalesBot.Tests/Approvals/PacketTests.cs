using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>Figures beside a decision, and how long decisions take.</summary>
public sealed class PacketTests
{
    [Fact]
    public async Task AP_09_the_card_shows_terms_against_the_last_contract_and_which_clauses_are_missing()
    {
        await using var bot = await TestBot.StartAsync();
        await ContractAsync(bot, "3-4-3 付款，质保一年");

        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("terms", "货到付款，逾期按日千分之一赔偿"));

        await bot.As("郑文").IsTold("决策参考", "与上一份合同条款", "不同，上次为：3-4-3 付款，质保一年", "未写明：验收、质保");
        Assert.DoesNotContain(await bot.As("赵磊").SeenAsync(), h => h.Text.Contains("决策参考", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_discount_is_put_beside_the_median_of_similar_deals_and_the_customers_delay_said()
    {
        await using var bot = await TestBot.StartAsync();
        await SimilarAsync(bot, 0.9m, 0.95m, 1m);
        await PaidAsync(bot, 12, 20, -1);

        await bot.As("赵磊").Forges("submit_quote", ("deal", "D1"), ("discount", "0.86"));

        await bot.As("王芳").IsTold("折扣对比", "本次 8.6折；3 个相似商机的中位数 9.5折", "该客户回款", "中位数迟 12 天（3 笔）");
    }

    [Fact]
    public async Task Without_data_no_figure_is_shown()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Forges("submit_quote", ("deal", "D1"), ("discount", "0.86"));
        await bot.DeliverAsync();

        Assert.DoesNotContain(await bot.As("王芳").SeenAsync(), h => h.Text.Contains("决策参考", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("审批用时", "zh-CN", "近 90 天审批用时", "共 3 个已有结论", "合同审批", "3 个 · 平均 4 小时 · 中位数 3 小时 · P90 6.6 小时", "郑文")]
    [InlineData("how long do approvals take?", "en-US", "Approval times, last 90 days", "3 decided", "Contract approval", "mean 4 hours · median 3 hours · P90 6.6 hours", "Wen Zheng")]
    public async Task AP_05_mean_median_and_p90_by_kind_and_by_approver(string said, string locale, params string[] parts)
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var (deal, hours) in new[] { ("D1", 1.5), ("D3", 3), ("D5", 7.5) })
        {
            await bot.As("赵磊").Forges("submit_contract", ("deal", deal));
            bot.Clock.Advance(TimeSpan.FromHours(hours));
            await bot.As("郑文").Forges("approve");
        }

        var manager = locale == "en-US" ? bot.As("王芳").InEnglish() : bot.As("王芳");
        (await manager.Says(said)).Hears(parts);

        await bot.As("刘晨").Forges("submit_contract", ("deal", "D2"));
        await bot.As("郑文").IsTold("这一步通常用时", "中位数 3 小时，九成在 6.6 小时 内（近一年 3 次）");
    }

    private static async Task ContractAsync(TestBot bot, string terms)
    {
        await using var db = bot.Open();
        var customer = await db.Customers.FirstAsync(c => c.Key == "C3");
        db.Contracts.Add(new Contract { Key = "H0", Title = "一期", Amount = 100, CustomerId = customer.Id, Terms = terms, Status = ContractStatus.Signed, CreatedAt = bot.Clock.Now.AddDays(-100) });
        await db.SaveChangesAsync();
    }

    private static async Task SimilarAsync(TestBot bot, params decimal[] factors)
    {
        await using var db = bot.Open();
        var model = await db.Deals.FirstAsync(d => d.Key == "D1");
        for (var i = 0; i < factors.Length; i++)
        {
            var deal = new Deal { Key = "DX" + i, Name = "旧单", OwnerId = model.OwnerId, CustomerId = model.CustomerId, Stage = "won", Status = DealStatus.Won, Amount = 600_000 + i, CreatedAt = bot.Clock.Now.AddDays(-90), StageSince = bot.Clock.Now.AddDays(-60), ClosedAt = bot.Clock.Now.AddDays(-60) };
            db.Quotes.Add(new Quote { Key = "QX" + i, Deal = deal, Amount = 600_000 * factors[i], Discount = factors[i] == 1 ? null : factors[i], Status = ContractStatus.Approved, CreatedAt = bot.Clock.Now.AddDays(-70) });
        }

        await db.SaveChangesAsync();
    }

    private static async Task PaidAsync(TestBot bot, params int[] late)
    {
        await using var db = bot.Open();
        var customer = await db.Customers.FirstAsync(c => c.Key == "C1");
        var contract = new Contract { Key = "HP", Title = "旧合同", Amount = 300, CustomerId = customer.Id, Status = ContractStatus.Signed, CreatedAt = bot.Clock.Now.AddDays(-200) };
        var due = new DateOnly(2026, 1, 10);
        contract.Payments.AddRange(late.Select((days, i) => new PaymentDue { Key = "PD" + i, Amount = 100, DueOn = due, PaidOn = due.AddDays(days), CreatedAt = bot.Clock.Now }));
        db.Contracts.Add(contract);
        await db.SaveChangesAsync();
    }
}
