using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>Money may come before the signed scan does: it is asked, booked on a yes, and the signature stays an act of its own that can be taken back.</summary>
public sealed class PrepaymentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AP_08_a_payment_on_a_contract_that_is_not_signed_is_asked_about_and_the_signature_stays_open(Store store)
    {
        await using var bot = await StartAsync(store);
        var finance = bot.As("吴敏");

        (await finance.Says("收到凌云电缆30万回款")).Hears("已批准，但还没有归档为已签署", "¥300,000", "预付款").DoesNotHear("已登记");
        Assert.Equal((0m, ContractStatus.Approved), await StateAsync(bot));

        (await finance.Presses("确认")).Hears("回款已登记", "¥0 → **¥300,000**");
        Assert.Equal((300_000m, ContractStatus.Approved), await StateAsync(bot));

        var rep = bot.As("赵磊");
        (await rep.Forges("sign_contract", ("contract", "CT1"))).Hears("撤销");
        Assert.Equal((300_000m, ContractStatus.Signed), await StateAsync(bot));
        (await rep.Presses("撤销")).Hears("已撤销");
        Assert.Equal((300_000m, ContractStatus.Approved), await StateAsync(bot));
    }

    [Fact]
    public async Task A_yes_in_words_books_it_too_and_a_no_books_nothing()
    {
        await using var bot = await StartAsync();
        var finance = bot.As("吴敏").InEnglish();

        (await finance.Says("凌云电缆 paid 300k")).Hears("approved, but not archived as signed", "prepayment", "¥300,000");
        (await finance.Says("no")).DoesNotHear("Payment recorded");
        Assert.Equal((0m, ContractStatus.Approved), await StateAsync(bot));

        await finance.Says("凌云电缆 paid 300k");
        (await finance.Says("yes")).Hears("Payment recorded");
        Assert.Equal((300_000m, ContractStatus.Approved), await StateAsync(bot));
    }

    [Theory]
    [InlineData("Draft", "草稿")]
    [InlineData("InApproval", "审批中")]
    [InlineData("Returned", "已退回")]
    public async Task On_a_contract_that_is_not_agreed_nothing_is_booked_however_it_is_named(string status, string said)
    {
        await using var bot = await StartAsync();
        await bot.Look(db => db.Contracts.ExecuteUpdateAsync(s => s.SetProperty(c => c.Status, Enum.Parse<ContractStatus>(status))));
        var finance = bot.As("吴敏");

        (await finance.Forges("record_payment", ("contract", "CT1"), ("amount", "300000"))).Hears("还没有批准", said, "没有登记任何回款");
        await finance.Says("凌云电缆合同到账30万");

        Assert.Equal((0m, 0), ((await StateAsync(bot)).Paid, await bot.Look(db => db.ReceivedPayments.CountAsync())));
    }

    [Fact]
    public async Task A_yes_to_a_sum_that_somebody_has_booked_meanwhile_is_asked_again()
    {
        await using var bot = await StartAsync();
        var (finance, rep) = (bot.As("吴敏"), bot.As("赵磊"));
        await finance.Says("收到凌云电缆30万回款");
        await rep.Says("收到凌云电缆30万回款");
        (await rep.Presses("确认")).Hears("回款已登记");

        (await finance.Presses("确认")).Hears("还没有归档为已签署").DoesNotHear("回款已登记");

        Assert.Equal((300_000m, ContractStatus.Approved), await StateAsync(bot));
    }

    [Theory]
    [InlineData("record_payment", "amount", "1000", "签署之后已登记回款")]
    [InlineData("record_invoice", "invoice", "INV-2042", "已开票（INV-2042）")]
    [InlineData("set_order_state", "order_state", "Confirmed", "已开始履约")]
    public async Task A_signature_that_something_was_done_upon_stays_and_it_is_said_what(string verb, string slot, string value, string why)
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("sign_contract", ("contract", "CT1"));
        await bot.As("吴敏").Forges(verb, ("contract", "CT1"), (slot, value), ("confirm", "true"));

        (await rep.Presses("撤销")).Hears(why, "没有做任何改动");

        Assert.Equal(ContractStatus.Signed, (await StateAsync(bot)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_yes_of_a_payment_card_books_once_whenever_it_is_pressed_or_said(Store store)
    {
        await using var bot = await StartAsync(store);
        var finance = bot.As("吴敏");
        await finance.Says("收到凌云电缆30万回款");
        await finance.Presses("确认");
        await finance.Says("东岭阀门MES金额改成70万");
        await bot.PassAsync(TimeSpan.FromDays(1));

        (await finance.Presses("确认")).Hears("这张卡片上的操作已完成", "没有重复执行");
        Assert.Equal((300_000m, 1), (await StateAsync(bot) is var (paid, _) ? paid : 0, await bot.Look(db => db.ReceivedPayments.CountAsync())));

        await finance.Says("收到凌云电缆10万回款");
        (await finance.Says("是的")).Hears("回款已登记");
        await bot.PassAsync(TimeSpan.FromDays(1));
        (await finance.Presses("确认")).Hears("没有重复执行");
        Assert.Equal(2, await bot.Look(db => db.ReceivedPayments.CountAsync()));
    }

    private static Task<(decimal Paid, ContractStatus Status)> StateAsync(TestBot bot) =>
        bot.Look(async db => await db.Contracts.Where(c => c.Key == "CT1").Select(c => new { c.Paid, c.Status }).SingleAsync() is var c ? (c.Paid, c.Status) : default);

    private static async Task<TestBot> StartAsync(Store? store = null)
    {
        var bot = await TestBot.StartAsync(store);
        await using var db = bot.Open();
        var deal = await db.Deals.SingleAsync(d => d.Key == "D3");
        db.Add(new Contract { Key = "CT1", Title = "凌云电缆合同", DealId = deal.Id, CustomerId = deal.CustomerId, Amount = 1_000_000, Status = ContractStatus.Approved, CreatedAt = TestBot.Start });
        await db.SaveChangesAsync();
        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
