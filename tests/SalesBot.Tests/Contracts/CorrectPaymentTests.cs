using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>A wrong payment is corrected right after it: both lines stay in the book, and what came in is what was said last.</summary>
public sealed class CorrectPaymentTests
{
    [Theory]
    [InlineData("不对 是20万", 200_000)]
    [InlineData("应该是25万", 250_000)]
    [InlineData("sorry 120k", 120_000)]
    [InlineData("no, 250k", 250_000)]
    public async Task Another_amount_takes_the_place_of_the_first(string said, int amount)
    {
        await using var bot = await StartAsync();
        var finance = bot.As("吴敏");
        await finance.Says("收到凌云电缆30万回款");
        (await finance.Says(said)).Hears("回款已更正");

        Assert.Equal([300_000m, -300_000m, amount], await bot.Look(db => db.ReceivedPayments.OrderBy(p => p.Id).Select(p => p.Amount).ToListAsync()));
        Assert.Equal(amount, await PaidAsync(bot, "CT1"));
        await bot.As("赵磊").IsTold("吴敏 更正了“凌云电缆合同”的回款");
    }

    [Theory]
    [InlineData("应该是昨天到的")]
    [InlineData("it came in yesterday actually")]
    [InlineData("date of value was yesterday")]
    [InlineData("到账日期是昨天")]
    public async Task Another_day_keeps_the_amount(string said)
    {
        await using var bot = await StartAsync();
        var finance = bot.As("吴敏");
        await finance.Says("收到凌云电缆30万回款");
        await finance.Says(said);

        Assert.Equal(new DateOnly(2026, 3, 10), await bot.Look(db => db.ReceivedPayments.OrderByDescending(p => p.Id).Select(p => p.ReceivedOn).FirstAsync()));
        Assert.Equal(300_000, await PaidAsync(bot, "CT1"));
    }

    [Theory]
    [InlineData("不对 是百川的")]
    [InlineData("no, it was from 百川水务")]
    public async Task Another_customer_moves_it_to_that_contract(string said)
    {
        await using var bot = await StartAsync();
        var finance = bot.As("吴敏");
        await finance.Says("收到凌云电缆30万回款");
        (await finance.Says(said)).Hears("回款已更正", "百川一期合同");

        Assert.Equal((0m, 300_000m), (await PaidAsync(bot, "CT1"), await PaidAsync(bot, "CT2")));
    }

    [Fact]
    public async Task A_customer_without_a_contract_is_told_and_the_payment_stays_where_it_was()
    {
        await using var bot = await StartAsync();
        var finance = bot.As("吴敏");
        await finance.Says("收到凌云电缆30万回款");
        (await finance.Says("不对 是东岭泵业的")).Hears("“东岭泵业”没有已批准且未付清的合同").DoesNotHear("已更正");
        Assert.Equal(300_000, await PaidAsync(bot, "CT1"));

        // And what is said next is about the payment again.
        (await finance.Says("不对 是20万")).Hears("已更正");
        (await finance.Says("不对 20万")).Hears("本来就是这样").DoesNotHear("不能撤销");
        Assert.Equal((200_000m, 3), (await PaidAsync(bot, "CT1"), await bot.Look(db => db.ReceivedPayments.CountAsync())));
    }

    [Fact]
    public async Task The_owner_moves_no_payment_to_the_contract_of_somebody_else()
    {
        await using var bot = await StartAsync();
        await using (var db = bot.Open())
        {
            (await db.Deals.SingleAsync(d => d.Key == "D5")).OwnerId = (await db.People.SingleAsync(p => p.Name == "刘晨")).Id;
            await db.SaveChangesAsync();
        }

        var rep = bot.As("赵磊");
        await rep.Says("收到凌云电缆30万回款");
        (await rep.Says("不对 是百川的")).DoesNotHear("已更正");
        Assert.Equal((300_000m, 0m), (await PaidAsync(bot, "CT1"), await PaidAsync(bot, "CT2")));
    }

    [Fact]
    public async Task Too_much_is_told_and_nothing_is_booked()
    {
        await using var bot = await StartAsync();
        var finance = bot.As("吴敏").InEnglish();
        await finance.Says("received 300k from 凌云电缆");
        (await finance.Says("no, 2 million")).Hears("is still open").DoesNotHear("corrected");
        Assert.Equal((300_000m, 1), (await PaidAsync(bot, "CT1"), await bot.Look(db => db.ReceivedPayments.CountAsync())));
    }

    [Fact]
    public async Task There_is_nothing_to_correct_after_a_day()
    {
        await using var bot = await StartAsync();
        var finance = bot.As("吴敏");
        await finance.Says("收到凌云电缆30万回款");
        await bot.PassAsync(TimeSpan.FromHours(25));
        (await finance.Forges("correct_payment", ("amount", "200000"))).Hears("没有您登记的回款可以更正");
        (await bot.As("赵磊").Forges("correct_payment", ("amount", "200000"))).Hears("没有您登记的回款可以更正");
        Assert.Equal(300_000, await PaidAsync(bot, "CT1"));
    }

    private static Task<decimal> PaidAsync(TestBot bot, string contract) => bot.Look(db => db.Contracts.Where(c => c.Key == contract).Select(c => c.Paid).SingleAsync());

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        await using var db = bot.Open();
        foreach (var (key, title, deal, amount) in new[] { ("CT1", "凌云电缆合同", "D3", 1_000_000m), ("CT2", "百川一期合同", "D5", 500_000m) })
        {
            var about = await db.Deals.SingleAsync(d => d.Key == deal);
            db.Add(new Contract { Key = key, Title = title, DealId = about.Id, CustomerId = about.CustomerId, Amount = amount, Status = ContractStatus.Signed, CreatedAt = TestBot.Start });
        }

        await db.SaveChangesAsync();
        return bot;
    }
}
