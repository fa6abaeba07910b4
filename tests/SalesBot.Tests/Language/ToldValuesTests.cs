using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>Figures, guesses and numbers to call: each is written as what it is, or asked about.</summary>
public sealed class ToldValuesTests
{
    [Theory]
    [InlineData("一共38台")]
    public async Task A_count_is_no_amount(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");

        await rep.Says(said);

        Assert.Equal((680_000, 1), await bot.Look(async db => ((await db.Deals.SingleAsync(d => d.Key == "D1")).Amount!.Value, await db.FollowUps.CountAsync(f => f.Content.Contains("38")))));
    }

    [Theory]
    [InlineData("东岭阀门点数统计出来了 120个点位")]
    [InlineData("headcount came in, 46 users")]
    public async Task A_count_that_is_not_understood_changes_no_amount(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");

        await rep.Says(said);

        Assert.Equal(680_000, await AmountAsync(bot));
    }

    [Theory]
    [InlineData("硬件50万加实施15万", 650_000)]
    [InlineData("500k for licences plus 150k for services", 650_000)]
    public async Task A_price_in_two_parts_is_their_sum_once_that_is_confirmed(string said, decimal sum)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");

        await rep.Says(said);
        Assert.Equal(680_000, await AmountAsync(bot));

        await rep.Says("对");
        Assert.Equal(sum, await AmountAsync(bot));
    }

    [Theory]
    [InlineData("东岭阀门MES估计没戏了")]
    [InlineData("看来东岭阀门MES要丢")]
    [InlineData("东岭阀门MES八成黄了，价格太高")]
    [InlineData("i reckon 东岭阀门MES is lost")]
    [InlineData("东岭阀门MES most likely dead, too expensive")]
    public async Task A_guess_ends_no_deal_and_asks_for_no_reason(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says(said);

        rep.DoesNotHear("原因是什么", "已记为丢单");
        Assert.True(await bot.Look(db => db.Deals.AnyAsync(d => d.Key == "D1" && d.Status == DealStatus.Open)));
    }

    [Theory]
    [InlineData("周国平换号了13911112222", "13911112222")]
    [InlineData("周国平的新手机是13911112222", "13911112222")]
    [InlineData("周国平's new mobile is 617 555 0199", "6175550199")]
    public async Task A_new_number_is_put_down_with_the_contact(string said, string phone)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        var before = await bot.Look(db => db.Contacts.Where(c => c.Name == "周国平").Select(c => c.Phone).SingleAsync());

        await rep.Says(said);
        Assert.Equal((phone, 0), await bot.Look(async db => (await db.Contacts.Where(c => c.Name == "周国平").Select(c => c.Phone!).SingleAsync(), await db.FollowUps.CountAsync(f => f.CreatedAt >= TestBot.Start))));

        await rep.Says("撤销");
        Assert.Equal(before, await bot.Look(db => db.Contacts.Where(c => c.Name == "周国平").Select(c => c.Phone).SingleAsync()));
    }

    [Fact]
    public async Task A_call_that_is_told_of_changes_no_number()
    {
        await using var bot = await TestBot.StartAsync();
        var before = await bot.Look(db => db.Contacts.Where(c => c.Name == "周国平").Select(c => c.Phone).SingleAsync());

        await bot.As("赵磊").Says("打了周国平13911112222，他说下周给答复");

        Assert.Equal(before, await bot.Look(db => db.Contacts.Where(c => c.Name == "周国平").Select(c => c.Phone).SingleAsync()));
    }

    [Theory]
    [InlineData("线索转成商机 20万")]
    [InlineData("convert the lead into a deal, 200k")]
    public async Task A_lead_that_becomes_a_deal_goes_on_and_no_other_is_made(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            (await db.Deals.SingleAsync(d => d.Key == "D1")).Stage = "lead";
            await db.SaveChangesAsync();
        }

        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        var deals = await bot.Look(db => db.Deals.CountAsync());
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");

        await rep.Says(said);
        await rep.Says("下个月底");

        Assert.Equal((deals, "contact", 200_000), await bot.Look(async db => (await db.Deals.CountAsync(), (await db.Deals.SingleAsync(d => d.Key == "D1")).Stage, (await db.Deals.SingleAsync(d => d.Key == "D1")).Amount!.Value)));
    }

    [Theory]
    [InlineData("算了")]
    [InlineData("never mind")]
    public async Task A_refusal_of_nothing_long_after_an_act_takes_it_not_back(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES金额改成70万");
        bot.Clock.Advance(TimeSpan.FromMinutes(5));

        await rep.Says(said);

        Assert.Equal(700_000, await AmountAsync(bot));
    }

    private static Task<decimal> AmountAsync(TestBot bot) => bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount!.Value).SingleAsync());
}
