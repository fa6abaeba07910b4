using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>Whether money is in, why a deal was lost, which contracts run out, what a discount comes to and who has to agree to it: asked, not ordered.</summary>
public sealed class AskedMoneyTests
{
    [Theory]
    [InlineData("凌云电缆的首付款到账了吗")]
    [InlineData("凌云电缆预付款收到没")]
    [InlineData("has 凌云电缆 paid the deposit yet")]
    [InlineData("is the 凌云电缆 down payment in?")]
    public async Task A_part_of_the_plan_that_is_in_is_a_yes(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("到了，已全部到账", "¥300,000", "第一笔").DoesNotHear("回款已登记");
    }

    [Theory]
    [InlineData("凌云电缆的钱都到齐了没")]
    [InlineData("凌云电缆付清了吗")]
    [InlineData("is all of the 凌云电缆 money here?")]
    [InlineData("has 凌云电缆 paid everything")]
    [InlineData("did finance receive anything from 凌云电缆 yet")]
    public async Task What_came_in_part_is_said_to_be_partly(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("到了一部分", "¥300,000", "¥700,000");
        Assert.Equal(1, await bot.Look(db => db.ReceivedPayments.CountAsync()));
    }

    [Theory]
    [InlineData("百川水务付款了吗")]
    [InlineData("have we received any money from 百川水务")]
    public async Task Of_which_nothing_came_is_a_no(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("还没有到账", "¥500,000");
    }

    [Theory]
    [InlineData("东岭阀门的尾款到了没有")]
    [InlineData("did 东岭阀门 pay us yet")]
    public async Task Where_nothing_is_agreed_nothing_is_to_come(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("没有已批准或已签的合同");
    }

    [Theory]
    [InlineData("东岭阀门MES怎么丢的")]
    [InlineData("我们为什么没拿下东岭阀门MES")]
    [InlineData("东岭阀门MES的丢单原因是什么")]
    [InlineData("why was 东岭阀门MES lost?")]
    [InlineData("what was the reason we lost 东岭阀门MES")]
    [InlineData("how did we lose out on 东岭阀门MES")]
    public async Task Why_a_deal_was_lost_is_told_with_its_day(string asked)
    {
        await using var bot = await StartAsync();
        await using (var db = bot.Open())
        {
            var deal = await db.Deals.SingleAsync(d => d.Key == "D1");
            (deal.Status, deal.Stage, deal.LostReason, deal.ClosedAt) = (DealStatus.Lost, "lost", "对手价格低三成", bot.Clock.Now.AddDays(-20));
            await db.SaveChangesAsync();
        }

        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        (await bot.As("赵磊").Says(asked)).Hears("东岭阀门MES", "对手价格低三成", "2月19日");
    }

    [Theory]
    [InlineData("凌云电缆能耗为什么丢了")]
    [InlineData("why did we lose 凌云电缆能耗")]
    public async Task Of_one_that_is_not_lost_that_is_said_and_it_stays_open(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("没有丢单");
        Assert.Equal(DealStatus.Open, await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Status).SingleAsync()));
    }

    [Theory]
    [InlineData("最近有哪些合同要到期")]
    [InlineData("哪些合同该续签了")]
    [InlineData("下个月到期的合同有哪些")]
    [InlineData("any contracts up for renewal soon?")]
    [InlineData("which contracts expire next month")]
    [InlineData("upcoming renewals")]
    public async Task Contracts_that_run_out_are_no_approval(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("没有登记合同的到期日", "凌云电缆合同").DoesNotHear("权限", "记录");
    }

    [Theory]
    [InlineData("凌云电缆能耗打9折是多少钱")]
    [InlineData("如果凌云电缆能耗优惠10%是多少")]
    [InlineData("凌云电缆能耗便宜10%要多少钱，不要改")]
    [InlineData("what is 10% off 凌云电缆能耗")]
    [InlineData("how much would 凌云电缆能耗 be with 10% off")]
    [InlineData("if we gave 凌云电缆能耗 10% off, what would that be?")]
    public async Task What_a_discount_comes_to_is_reckoned_and_not_written(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("¥1,305,000", "没有做任何改动");
        Assert.Equal(1_450_000, await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Amount).SingleAsync()));
        Assert.Equal(0, await bot.Look(db => db.Quotes.CountAsync()));
    }

    [Theory]
    [InlineData("打8折能到多少，先别改")]
    [InlineData("what would 20% off make?")]
    public async Task Of_the_deal_in_view_too(string asked)
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看看凌云电缆能耗");
        (await rep.Says(asked)).Hears("¥1,160,000");
        Assert.Equal(1_450_000, await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Amount).SingleAsync()));
    }

    [Theory]
    [InlineData("我自己最多可以打几折")]
    [InlineData("我的折扣权限是多少")]
    [InlineData("折扣上限是几折")]
    [InlineData("how much discount can I give without approval")]
    [InlineData("what is my discount authority")]
    [InlineData("what's the biggest discount I can give on my own")]
    public async Task How_far_one_may_go_is_told_from_the_flows(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("王芳", "15", "何建国").DoesNotHear("答不上来");
        Assert.Equal(0, await bot.Look(db => db.Approvals.CountAsync()));
    }

    [Theory]
    [InlineData("打8折要谁批", "何建国")]
    [InlineData("can I give 20% off without asking", "何建国")]
    [InlineData("who has to approve a 20% discount", "何建国")]
    public async Task Who_agrees_to_this_discount_is_told(string asked, string heard)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("需要", "王芳", heard);
        Assert.Equal(0, await bot.Look(db => db.Approvals.CountAsync()));
    }

    /// <summary>A contract with a plan of which the first part came in, and one of which nothing did.</summary>
    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        await using var db = bot.Open();
        var (cables, water) = (await db.Deals.SingleAsync(d => d.Key == "D3"), await db.Deals.SingleAsync(d => d.Key == "D5"));
        var first = new Contract { Key = "CT1", Title = "凌云电缆合同", DealId = cables.Id, CustomerId = cables.CustomerId, Amount = 1_000_000, Paid = 300_000, Status = ContractStatus.Signed, SignedOn = new DateOnly(2025, 4, 1), CreatedAt = TestBot.Start };
        first.Payments.Add(new PaymentDue { Key = "Y1", Amount = 300_000, DueOn = new DateOnly(2026, 3, 1), PaidOn = new DateOnly(2026, 3, 2), CreatedAt = TestBot.Start });
        first.Payments.Add(new PaymentDue { Key = "Y2", Amount = 700_000, DueOn = new DateOnly(2026, 6, 1), CreatedAt = TestBot.Start });
        db.AddRange(first, new Contract { Key = "CT2", Title = "百川一期合同", DealId = water.Id, CustomerId = water.CustomerId, Amount = 500_000, Status = ContractStatus.Signed, CreatedAt = TestBot.Start });
        db.Add(new ReceivedPayment { Key = "R1", Contract = first, Amount = 300_000, ReceivedOn = new DateOnly(2026, 3, 2), EnteredById = cables.OwnerId, CreatedAt = TestBot.Start });
        await db.SaveChangesAsync();
        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
