using SalesBot.Contracts;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>Parts of the payment are no price, one clause more loses no other, and an invoice is no money.</summary>
public sealed class TermsAndMoneyTests
{
    [Theory]
    [InlineData("凌云电缆能耗报价，不打折，首付40%验收60%", "¥1,450,000")]
    [InlineData("凌云电缆能耗提交报价140万，5个点位每个28万", "¥1,400,000")]
    public async Task Terms_are_no_price(string said, string amount)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears("报价已提交审批", "报价金额\n" + amount);
    }

    [Theory]
    [InlineData("quote for Quarry Stone EMS, 90k, 2 lines at 45k, valid 60 days", "$90,000")]
    [InlineData("submit a quote for Quarry Stone EMS of 88k, without discount", "$88,000")]
    public async Task The_whole_sum_counts_and_no_discount_refuses_nothing(string said, string amount)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("Kevin Doyle").InEnglish().Says(said)).Hears("Quote submitted", amount).DoesNotHear("Refuse an approval");
    }

    [Theory]
    [InlineData("分三期付款，质保两年", "账期60天", "分三期付款，质保两年，账期60天")]
    [InlineData("分三期付款，质保两年", "质保三年", "分三期付款，质保三年")]
    [InlineData("账期30天，质保两年", "账期60天", "质保两年，账期60天")]
    [InlineData(null, "账期60天", "账期60天")]
    [InlineData("30% upfront; 2 years warranty", "net 60 days", "30% upfront; 2 years warranty; net 60 days")]
    public void One_clause_more_loses_no_other(string? terms, string said, string merged) => Assert.Equal(merged, Clauses.Merged(terms, said));

    [Theory]
    [InlineData("invoice of 300k for 凌云电缆合同 sent today")]
    [InlineData("raised the invoice for 凌云电缆合同, 300k")]
    [InlineData("凌云电缆合同第一期发票开了，30万")]
    [InlineData("凌云电缆合同的发票寄出了，30万")]
    public async Task An_invoice_that_went_out_is_no_payment(string said)
    {
        await using var bot = await SignedContract.StartAsync();

        (await bot.As("吴敏").Says(said)).DoesNotHear("回款已登记", "登记回款");
        Assert.Empty(await bot.Look(db => Task.FromResult(db.ReceivedPayments.ToList())));
    }

    [Theory]
    [InlineData("收到凌云电缆的发票款30万")]
    [InlineData("收到凌云电缆30万回款")]
    public async Task Money_for_an_invoice_is_one(string said)
    {
        await using var bot = await SignedContract.StartAsync();

        (await bot.As("吴敏").Says(said)).Hears("300,000");
    }

    [Theory]
    [InlineData("payments of 凌云电缆")]
    [InlineData("show payments of 凌云电缆")]
    [InlineData("凌云电缆的回款情况")]
    [InlineData("when is the next payment of 凌云电缆 due")]
    public async Task Payments_of_a_customer_are_what_came_in_and_what_is_open(string said)
    {
        await using var bot = await SignedContract.StartAsync();
        var finance = bot.As("吴敏");
        await finance.Says("收到凌云电缆30万回款");

        (await finance.Says(said)).Hears("¥300,000", "¥1,150,000").DoesNotHear("Quarry", "没有符合的记录");
    }

    [Fact]
    public async Task A_correction_of_another_customer_and_sum_is_asked_about_first()
    {
        await using var bot = await SignedContract.StartAsync();
        var finance = bot.As("吴敏");
        await finance.Says("收到凌云电缆30万回款");

        (await finance.Says("打错了，Quarry是5万")).Hears("改记到“Quarry supply agreement”吗").DoesNotHear("回款已更正");
        Assert.Equal(300_000m, Assert.Single(await bot.Look(db => Task.FromResult(db.ReceivedPayments.ToList()))).Amount);
    }

    [Fact]
    public async Task A_correction_concerns_the_customer_that_is_named()
    {
        await using var bot = await SignedContract.StartAsync();
        var finance = bot.As("吴敏");
        await finance.Says("收到Quarry Stone 5万美元回款");
        await finance.Says("收到凌云电缆30万回款");

        (await finance.Says("打错了，Quarry是4万")).Hears("回款已更正", "Quarry supply agreement").DoesNotHear("凌云电缆合同");
    }
}
