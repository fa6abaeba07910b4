using SalesBot.Contracts;
using SalesBot.Promises;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>AL-09: money that stays out after all of the ladder were told is not forgotten.</summary>
public sealed class PaymentAgainTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_the_end_of_its_ladder_a_payment_comes_back_each_week_to_owner_and_finance(bool english)
    {
        await using var bot = await LateAsync();
        var (rep, finance) = english ? (bot.As("赵磊").InEnglish(), bot.As("吴敏").InEnglish()) : (bot.As("赵磊"), bot.As("吴敏"));
        await rep.Says("help");
        await finance.Says("help");

        await bot.RoundAsync();
        await bot.MorningsAsync(42);

        // The director hears on the first of April; the 6th is a day off.
        Assert.Equal([1], await bot.ToldOnAsync("payment", "K1-1", "何建国"));
        Assert.Equal([18], await bot.ToldOnAsync("payment", "K1-1", "王芳"));
        Assert.Equal([7, 11, 13, 20], await bot.ToldOnAsync("payment", "K1-1", "赵磊"));
        Assert.Equal([7, 11, 13, 20], await bot.ToldOnAsync("payment", "K1-1", "吴敏"));
        await rep.IsTold(english ? "1 payment is overdue" : "1 笔回款已逾期", english ? "Still not in. This comes back each Monday" : "仍未到账。每周一会再提醒", english ? "33 days late · also told: Min Wu, Fiona Wang and Jack He" : "已逾期 33 天 · 也已告诉 吴敏、王芳 和 何建国", "¥200,000");
        await finance.IsTold(english ? "33 days late · owner Ray Zhao · also told: Fiona Wang and Jack He" : "已逾期 33 天 · 负责人 赵磊 · 也已告诉 王芳 和 何建国");
        await rep.Says("为什么提醒我一期合同");
    }

    [Theory]
    [InlineData("15号前付款", "20")]
    [InlineData("they pay the first part", "20")]
    [InlineData("给点位清单", "13,20")]
    public async Task A_promise_to_pay_by_a_day_to_come_holds_it_back_and_no_other_promise_does(string promised, string days)
    {
        await using var bot = await LateAsync();
        await bot.RoundAsync();
        await bot.MorningsAsync(28);
        await bot.Look(async db =>
        {
            db.Add(new Promise { Key = "G1", Side = PromiseSide.Theirs, Content = promised, Customer = db.Customers.First(c => c.Key == "C1"), PersonId = db.People.First(p => p.Name == "赵磊").Id, DueOn = new DateOnly(2026, 4, 15), CreatedAt = bot.Clock.Now });
            return await db.SaveChangesAsync();
        });

        await bot.MorningsAsync(14);

        Assert.Equal("7,11," + days, string.Join(',', await bot.ToldOnAsync("payment", "K1-1", "吴敏")));
    }

    [Fact]
    public async Task Whoever_let_it_rest_is_not_told_before_that_is_over_and_the_others_are()
    {
        await using var bot = await LateAsync();
        await bot.RoundAsync();
        await bot.MorningsAsync(28);

        (await bot.As("赵磊").Says("东岭阀门的提醒先停到4月18日")).Hears("4月18日");
        await bot.MorningsAsync(14);

        Assert.DoesNotContain(13, await bot.ToldOnAsync("payment", "K1-1", "赵磊"));
        Assert.Contains(13, await bot.ToldOnAsync("payment", "K1-1", "吴敏"));
    }

    /// <summary>Six days late at the start.</summary>
    private static async Task<TestBot> LateAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            var deal = db.Deals.First(d => d.Key == "D1");
            var contract = new Contract { Key = "K1", Title = "一期合同", DealId = deal.Id, CustomerId = deal.CustomerId, Amount = 500_000, Status = ContractStatus.Signed, CreatedAt = TestBot.Start };
            contract.Payments.Add(new PaymentDue { Key = "K1-1", Amount = 200_000, DueOn = new DateOnly(2026, 3, 5), CreatedAt = TestBot.Start });
            db.Add(contract);
            return await db.SaveChangesAsync();
        });
        return bot;
    }
}
