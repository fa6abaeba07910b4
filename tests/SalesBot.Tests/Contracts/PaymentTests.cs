using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

public sealed class PaymentTests
{
    [Fact]
    public async Task Finance_records_a_payment_the_plan_is_settled_and_the_owner_told()
    {
        await using var bot = await StartAsync();
        var finance = bot.As("吴敏");

        (await finance.Forges("record_payment", ("customer", "C3"))).Hears("到账金额是多少");
        (await finance.Forges("record_payment", ("customer", "C3"), ("amount", "300000"))).Hears("回款已登记", "凌云电缆合同", "¥0 → **¥300,000**", "还有 ¥700,000 未付").DoesNotHear("撤销");
        await bot.As("赵磊").IsTold("吴敏 登记了“凌云电缆合同”的回款 ¥300,000");

        var lines = await bot.Look(db => db.Payments.OrderBy(p => p.DueOn).Select(p => p.PaidOn).ToListAsync());
        Assert.Equal([new DateOnly(2026, 3, 11), null], lines);
        Assert.Equal(300_000, await bot.Look(db => db.ReceivedPayments.Select(p => p.Amount).SingleAsync()));
        (await finance.Forges("undo")).Hears("不能撤销").DoesNotHear("已撤销");
    }

    [Theory]
    [InlineData("amount", "2000000", "只剩 ¥1,000,000")]
    [InlineData("amount", "0", "必须大于零")]
    [InlineData("date", "2026-03-20", "还没到")]
    [InlineData("currency", "USD", "币种是 CNY")]
    public async Task What_cannot_be_right_is_said_and_nothing_is_recorded(string slot, string value, string says)
    {
        await using var bot = await StartAsync();
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { ["contract"] = "CT1", ["amount"] = "1000", [slot] = value };

        (await bot.As("吴敏").Forges("record_payment", [.. data.Select(d => (d.Key, d.Value))])).Hears(says);

        Assert.Equal((0, 0m), await bot.Look(async db => (await db.ReceivedPayments.CountAsync(), await db.Contracts.Where(c => c.Key == "CT1").Select(c => c.Paid).SingleAsync())));
    }

    [Fact]
    public async Task The_owner_may_record_it_and_others_may_not()
    {
        await using var bot = await StartAsync();

        (await bot.As("王芳").Forges("record_payment", ("contract", "CT1"), ("amount", "1000"))).Hears("由财务或商机负责人登记");
        (await bot.As("刘晨").Forges("record_payment", ("contract", "CT1"), ("amount", "1000"))).DoesNotHear("已登记");
        Assert.Equal(1, await bot.Look(db => db.Audit.CountAsync(a => a.Refused)));

        (await bot.As("赵磊").InEnglish().Forges("record_payment", ("contract", "CT1"), ("amount", "1000000"))).Hears("Payment recorded", "paid in full");
        await bot.As("吴敏").IsTold("赵磊 登记了");
    }

    [Fact]
    public async Task The_nudge_and_the_list_of_late_payments_say_the_same_amount_also_after_a_part_came_in()
    {
        await using var bot = await StartAsync();
        var finance = bot.As("吴敏");
        await finance.Forges("record_payment", ("contract", "CT1"), ("amount", "100000"));

        await bot.ScanAsync();
        await bot.TellAsync();

        await finance.IsTold("1 笔回款已逾期", "凌云电缆合同", "¥200,000");
        (await finance.Forges("list_payments", ("status", "overdue"))).Hears("1 份合同有逾期回款 · 逾期 ¥200,000", "\n¥200,000").DoesNotHear("¥900,000");
    }

    [Fact]
    public async Task Lists_what_is_owed_late_and_paid()
    {
        await using var bot = await StartAsync();
        var finance = bot.As("吴敏");
        (await finance.Forges("list_payments")).Hears("2 份合同有待回款", "¥1,500,000", "凌云电缆合同", "已逾期 10 天", "没有付款计划");
        (await finance.Forges("list_payments", ("status", "overdue"))).Hears("1 份合同有逾期回款").DoesNotHear("百川一期");
        (await bot.As("刘晨").Forges("list_payments")).Hears("没有符合的记录");

        await finance.Forges("record_payment", ("customer", "C5"), ("amount", "500000"));
        (await finance.InEnglish().Forges("list_payments", ("status", "paid"))).Hears("1 payment came in, this month", "¥500,000");
        (await finance.Forges("record_payment", ("customer", "C5"), ("amount", "1"))).Hears("没有已批准且未付清的合同");
    }

    [Theory]
    [InlineData("那现在还差多少")]
    [InlineData("还剩多少没到")]
    [InlineData("and how much is left")]
    public async Task What_is_left_right_after_a_payment_is_of_that_contract(string text)
    {
        await using var bot = await StartAsync();
        var finance = bot.As("吴敏");
        await finance.Says("凌云到账30万");
        finance.Hears("回款已登记");
        (await finance.Says(text)).Hears("1 份合同有待回款", "¥700,000", "凌云电缆合同").DoesNotHear("百川一期", "目标");
        (await finance.Says("剩下的月底提醒我催")).Hears("待办已添加", "催", "3月31日");
    }

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        await using var db = bot.Open();
        var (cables, water) = (await db.Deals.SingleAsync(d => d.Key == "D3"), await db.Deals.SingleAsync(d => d.Key == "D5"));
        var first = new Contract { Key = "CT1", Title = "凌云电缆合同", DealId = cables.Id, CustomerId = cables.CustomerId, Amount = 1_000_000, Status = ContractStatus.Signed, CreatedAt = TestBot.Start };
        first.Payments.Add(new PaymentDue { Key = "Y1", Amount = 300_000, DueOn = new DateOnly(2026, 3, 1), CreatedAt = TestBot.Start });
        first.Payments.Add(new PaymentDue { Key = "Y2", Amount = 700_000, DueOn = new DateOnly(2026, 6, 1), CreatedAt = TestBot.Start });
        db.AddRange(first, new Contract { Key = "CT2", Title = "百川一期合同", DealId = water.Id, CustomerId = water.CustomerId, Amount = 500_000, Status = ContractStatus.Signed, CreatedAt = TestBot.Start });
        await db.SaveChangesAsync();
        return bot;
    }
}
