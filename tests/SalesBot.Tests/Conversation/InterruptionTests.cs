using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

public sealed class InterruptionTests
{
    [Fact]
    public async Task Whoever_names_another_deal_than_those_offered_speaks_of_something_else()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("百川金额调成二百四十万");
        rep.Hears("有 2 个商机符合", "百川水务平台", "百川二期泵站");
        await rep.Says("凌云电缆能耗延到5月6号");

        Assert.Equal(1_450_000m, await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Amount).FirstAsync()));
        Assert.Equal(2_600_000m, await bot.Look(db => db.Deals.Where(d => d.Key == "D5").Select(d => d.Amount).FirstAsync()));
        Assert.Equal(new DateOnly(2026, 5, 6), await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.CloseDate).FirstAsync()));
    }

    [Fact]
    public async Task The_number_of_an_offered_deal_is_the_answer()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("百川金额调成二百四十万");
        await rep.Says("2");

        rep.Hears("金额已修改", "百川二期泵站", "¥2,400,000");
    }

    [Fact]
    public async Task A_report_while_a_deal_is_to_be_chosen_is_a_report()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("百川那单现在卡在哪");
        rep.Hears("有 2 个商机符合");
        await rep.Says("刚跟凌云的采购打完电话 说要再降三个点才肯签 周四前给他们新报价");

        rep.Hears("跟进已记录", "凌云电缆能耗", "降三个点");
    }

    [Fact]
    public async Task A_look_at_something_is_no_next_step()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("东岭阀门的样品昨天寄出了");
        await rep.Says("把我的待办导出来看一下");

        rep.DoesNotHear("待办已添加");
    }

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var customer = await db.Customers.FirstAsync(c => c.Key == "C5");
            db.Add(new Deal
            {
                Key = "D6", Name = "百川二期泵站", CustomerId = customer.Id, OwnerId = customer.OwnerId!.Value, Stage = "lead", Amount = 900_000, ReviewedAmount = 900_000, StageSince = TestBot.Start,
                CreatedAt = TestBot.Start,
            });
            await db.SaveChangesAsync();
        }

        await bot.Get<NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
