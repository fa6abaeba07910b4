using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>A card that asked something does its act once: not again the next day, by whoever presses it (DESIGN.md 2, rule 7).</summary>
public sealed class OneTimeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_that_was_sent_makes_no_second_deal_the_next_day(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        var before = await bot.Look(db => db.Deals.CountAsync());
        await rep.Forges("create_deal");
        var form = rep.LastMessages[0].Buttons.First(b => b.Verb == "create_deal");
        (string, string)[] filled = [.. form.Data.Select(d => (d.Key, d.Value)), ("customer_text", "东岭阀门"), ("deal_name", "二期"), ("amount", "300000"), ("close_date", "2026-06-30")];
        await rep.Forges("create_deal", filled);
        Assert.Equal(before + 1, await bot.Look(db => db.Deals.CountAsync()));

        await rep.Says("东岭阀门MES金额改成70万");
        await bot.PassAsync(TimeSpan.FromDays(1));
        (await rep.Forges("create_deal", [.. filled.Select(f => f.Item1 == "deal_name" ? (f.Item1, "三期") : f)])).Hears("没有重复执行");

        Assert.Equal(before + 1, await bot.Look(db => db.Deals.CountAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_choice_that_was_made_is_not_made_again_the_next_day_but_another_may_be(bool pressed)
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var deal = await db.Deals.SingleAsync(d => d.Key == "D3");
            db.AddRange(new[] { "一", "二" }.Select((n, i) => new Contract { Key = "CT" + (i + 1), Title = "凌云合同" + n, DealId = deal.Id, CustomerId = deal.CustomerId, Amount = 1_000_000, Status = ContractStatus.Signed, CreatedAt = TestBot.Start }));
            await db.SaveChangesAsync();
        }

        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        var finance = bot.As("吴敏");
        (await finance.Says("收到凌云电缆30万回款")).Hears("凌云合同一", "凌云合同二");
        await (pressed ? finance.Presses("凌云合同二") : finance.Says("2"));
        finance.Hears("回款已登记");
        await bot.PassAsync(TimeSpan.FromDays(1));

        (await finance.Presses("凌云合同二")).Hears("没有重复执行");
        (await finance.Presses("凌云合同一")).Hears("回款已登记");

        Assert.Equal([300_000m, 300_000m], await bot.Look(db => db.Contracts.Where(c => c.Key == "CT1" || c.Key == "CT2").Select(c => c.Paid).ToListAsync()));
    }

    [Fact]
    public async Task What_was_taken_back_may_be_done_again_by_the_same_card()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("凌云电缆能耗移到需求确认");
        manager.Hears("确认");
        await manager.Presses("确认");
        Assert.Equal("qualify", await StageAsync(bot));
        await manager.Presses("撤销");

        await manager.Presses("确认");

        Assert.Equal("qualify", await StageAsync(bot));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_yes_to_a_step_back_from_where_the_deal_no_longer_is_shows_both_and_moves_nothing(bool pressed)
    {
        await using var bot = await TestBot.StartAsync();
        var (manager, rep) = (bot.As("王芳"), bot.As("赵磊"));
        await manager.Says("凌云电缆能耗移到需求确认");
        await rep.Forges("move_stage", ("deal", "D3"), ("stage", "contact"));

        await (pressed ? manager.Presses("确认") : manager.Says("是的"));

        manager.Hears("需求确认", "初步接触", "赵磊").DoesNotHear("阶段已变更");
        Assert.Equal("contact", await StageAsync(bot));
    }

    private static Task<string> StageAsync(TestBot bot) => bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Stage).SingleAsync());
}
