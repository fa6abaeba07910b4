using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>A payment that is booked is put right by whoever says what it really was, however much was said since; it is not booked a second time.</summary>
public sealed class PaymentPutRightTests
{
    [Theory]
    [InlineData("凌云那笔到账改成36万", 360_000, false)]
    [InlineData("不对 出纳说到账是36万不是30万", 360_000, false)]
    [InlineData("凌云电缆的回款应该是36万，30万是错的", 360_000, false)]
    [InlineData("no the wire was 360k not 300", 360_000, true)]
    [InlineData("change the 凌云电缆 payment to 360k", 360_000, true)]
    [InlineData("凌云电缆 paid only 260k, 300 was wrong", 260_000, true)]
    public async Task The_sum_is_put_right_though_something_else_was_said_since(string said, int amount, bool english)
    {
        await using var bot = await StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("record_payment", ("contract", "CT1"), ("amount", "300000"));
        await rep.Says(english ? "what's on today" : "今天有什么安排");
        await rep.Forges("update_close_date", ("deal", "D5"), ("close_date", "2026-05-29"));
        await rep.Says(said);
        rep.Hears("¥300,000 → **¥" + (amount / 1000) + ",000**");
        Assert.Equal([300_000m, -300_000m, amount], await bot.Look(db => db.ReceivedPayments.OrderBy(p => p.Id).Select(p => p.Amount).ToListAsync()));
        await bot.As("吴敏").IsTold("凌云电缆合同");

        await rep.Presses(english ? "Undo" : "撤销");
        Assert.Equal(300_000m, await PaidAsync(bot, "CT1"));
    }

    [Theory]
    [InlineData("百川那笔到账改成12万", false)]
    [InlineData("the payment from 百川水务 should be 120k", true)]
    public async Task Of_whom_nothing_was_booked_nothing_is_changed(string said, bool english)
    {
        await using var bot = await StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("record_payment", ("contract", "CT1"), ("amount", "300000"));
        (await rep.Says(said)).Hears(english ? "no payment" : "没有您登记的回款");
        Assert.Equal((300_000m, 0m, 1), (await PaidAsync(bot, "CT1"), await PaidAsync(bot, "CT2"), await bot.Look(db => db.ReceivedPayments.CountAsync())));
    }

    [Theory]
    [InlineData("不对，不是凌云电缆能耗，是百川水务平台的")]
    public async Task The_wrong_contract_is_left_and_the_right_one_has_it(string said)
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗到账30万");
        await rep.Forges("add_task", ("content", "印彩页"), ("date", "2026-03-16"));
        (await rep.Says(said)).Hears("百川一期合同");
        Assert.Equal((0m, 300_000m), (await PaidAsync(bot, "CT1"), await PaidAsync(bot, "CT2")));
    }

    [Theory]
    [InlineData("不对，是26万", false)]
    [InlineData("写错了，26万", false)]
    [InlineData("no, 260k", true)]
    public async Task Right_after_it_the_sum_alone_puts_it_right(string said, bool english)
    {
        await using var bot = await StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "凌云电缆能耗 paid 300k" : "凌云电缆能耗到账30万");
        await rep.Says(said);
        Assert.Equal((260_000m, 1_450_000m), (await PaidAsync(bot, "CT1"), await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Amount!.Value).SingleAsync())));
    }

    [Theory]
    [InlineData("凌云电缆 actually paid only 260k", true)]
    [InlineData("凌云那边只打了26万过来", false)]
    public async Task What_is_booked_first_is_no_correction(string said, bool english)
    {
        await using var bot = await StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(said);
        if (await PaidAsync(bot, "CT1") == 0) await rep.Presses(english ? "Yes" : "确认");
        Assert.Equal(260_000m, await PaidAsync(bot, "CT1"));
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
