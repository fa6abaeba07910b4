using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Customers.Pool;
using SalesBot.Deals;
using SalesBot.Nudges;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers.Pool;

public sealed class PoolTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task CU_11_no_more_than_the_days_limit_is_claimed_and_the_limit_is_data(Store store)
    {
        await using var bot = await PooledAsync(store, 4);
        var admin = bot.As("管理员");
        await admin.Says("把每日认领上限改成2个");
        await admin.Says("防止囤客户");
        admin.Hears("5 个（0 为不限） → 2 个（0 为不限）");
        await admin.Says("是");
        var rep = bot.As("赵磊");
        (await rep.Says("认领公海客户1")).Hears("客户已认领");
        (await rep.Says("认领公海客户2")).Hears("客户已认领");
        (await rep.Says("认领公海客户3")).Hears("您今天已认领 2 个客户", "每天最多 2 个");
        (await rep.InEnglish().Says("claim 公海客户3")).Hears("the limit is 2 a day");
        Assert.Null(await OwnerAsync(bot, "C93"));
        await bot.PassAsync(TimeSpan.FromDays(1));
        (await rep.Says("认领公海客户3")).Hears("客户已认领");
    }

    [Fact]
    public async Task CU_11_a_claim_that_was_undone_counts_no_more()
    {
        await using var bot = await PooledAsync(null, 7);
        var rep = bot.As("赵磊");
        for (var i = 1; i <= 5; i++) await rep.Says("认领公海客户" + i);
        await rep.Presses("撤销");
        (await rep.Says("认领公海客户6")).Hears("客户已认领");
        (await rep.Says("认领公海客户7")).Hears("每天最多 5 个");
    }

    [Fact]
    public async Task CU_11_whoever_had_it_last_cools_down_and_others_may_have_it_at_once()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("认领万象包装");
        (await rep.Says("把万象包装释放到公海")).Hears("客户已释放到公海");
        (await rep.Says("认领万象包装")).Hears("前负责人需冷却 30 天", "4月10日");
        Assert.Null(await OwnerAsync(bot, "C6"));
        await bot.PassAsync(TimeSpan.FromDays(31));
        (await rep.Says("认领万象包装")).Hears("客户已认领");
        await rep.Says("把万象包装释放到公海");
        (await bot.As("Kevin Doyle").Says("claim 万象包装")).Hears("客户已认领", "Kevin Doyle");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CU_11_the_history_travels_along_out_of_the_pool(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var first = bot.As("刘晨");
        await first.Says("刚拜访完东岭泵业 曹总说预算年后批");
        await first.Forges("lose_deal", ("deal", "D2"), ("reason", "预算没了"));
        (await first.Says("把东岭泵业释放到公海")).Hears("客户已释放到公海");
        var next = bot.As("Kevin Doyle").InEnglish();
        await next.Says("claim 东岭泵业");
        await next.Presses("Its history");
        next.Hears("预算年后批", "东岭泵业WMS", "Released: Chen Liu → nobody, in the public pool", "Claimed:");
    }

    [Fact]
    public async Task CU_11_a_customer_with_a_running_contract_is_not_released()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            var water = await db.Customers.SingleAsync(c => c.Key == "C5");
            await db.Deals.Where(d => d.Key == "D5").ExecuteUpdateAsync(s => s.SetProperty(d => d.Status, DealStatus.Won));
            db.Add(new SalesBot.Contracts.Contract { Key = "K9", Title = "平台合同", Customer = water, Amount = 100, Currency = "CNY", Status = SalesBot.Contracts.ContractStatus.Signed, SignedOn = new DateOnly(2026, 3, 1), CreatedAt = TestBot.Start });
            return await db.SaveChangesAsync();
        });
        (await bot.As("赵磊").Says("把百川水务释放到公海")).Hears("有履行中的合同");
        Assert.NotNull(await OwnerAsync(bot, "C5"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CU_11_the_countdown_is_by_grade_and_begins_anew_with_each_follow_up(Store store)
    {
        await using var bot = await QuietAsync(store);
        var rep = bot.As("赵磊");
        (await rep.Says("我有哪些客户快要被回收了")).Hears("即将回收的客户 1 个", "静默客户", "⚠ 剩 2 天").DoesNotHear("东岭阀门");
        (await rep.Says("静默客户怎么样")).Hears("距公海回收", "⚠ 剩 2 天");
        await rep.Says("刚给静默客户打了电话，对方说下月再谈");
        (await rep.Says("我有哪些客户快要被回收了")).Hears("没有即将回收的客户");
        (await rep.Says("静默客户怎么样")).Hears("距公海回收", "剩 90 天");
        await rep.Says("把静默客户定为A类");
        (await rep.InEnglish().Says("show 静默客户")).Hears("Back to the pool in", "45 days");
    }

    [Fact]
    public async Task CU_11_nobody_loses_a_customer_unwarned_and_the_warned_one_goes_to_the_pool()
    {
        await using var bot = await QuietAsync(null);
        await bot.As("赵磊").Says("帮助");
        await bot.PassAsync(TimeSpan.FromDays(10));
        Assert.Equal(0, await bot.Get<CustomerClock>().RunAsync(bot.Clock.Now, CancellationToken.None));
        await bot.Look(async db =>
        {
            var quiet = await db.Customers.SingleAsync(c => c.Key == "C90");
            db.Add(new Finding { Rule = CustomerClock.Warning, SubjectId = quiet.Id, SubjectKey = "C90", PersonId = quiet.OwnerId!.Value, State = FindingState.Told, Since = bot.Clock.Now.AddDays(-9), FoundAt = bot.Clock.Now.AddDays(-9), ToldAt = bot.Clock.Now.AddDays(-4) });
            return await db.SaveChangesAsync();
        });
        Assert.Equal(0, await bot.Get<CustomerClock>().RunAsync(bot.Clock.Now, CancellationToken.None));
        await bot.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(1, await bot.Get<CustomerClock>().RunAsync(bot.Clock.Now, CancellationToken.None));
        Assert.Equal(0, await bot.Get<CustomerClock>().RunAsync(bot.Clock.Now, CancellationToken.None));
        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.ScanAsync();
        await bot.TellAsync();
        await bot.As("赵磊").IsTold("位客户已回到公海", "静默客户", "90 天没有跟进");
        Assert.Null(await OwnerAsync(bot, "C90"));
        (await bot.As("赵磊").Says("认领静默客户")).Hears("冷却");
        (await bot.As("刘晨").Says("认领静默客户")).Hears("客户已认领");
    }

    private static Task<long?> OwnerAsync(TestBot bot, string key) => bot.Look(db => db.Customers.Where(c => c.Key == key).Select(c => c.OwnerId).SingleAsync());

    private static async Task<TestBot> PooledAsync(Store? store, int count)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.Look(db =>
        {
            db.AddRange(Enumerable.Range(1, count).Select(i => new Customer { Key = "C9" + i, Name = "公海客户" + i, CreatedAt = TestBot.Start }));
            return db.SaveChangesAsync();
        });
        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }

    /// <summary>One without deals, silent for 88 of its 90 days.</summary>
    private static async Task<TestBot> QuietAsync(Store? store)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.Look(async db =>
        {
            db.Add(new Customer { Key = "C90", Name = "静默客户", OwnerId = (await db.People.SingleAsync(p => p.Key == "P2")).Id, LastInteractionAt = TestBot.Start.AddDays(-88), CreatedAt = TestBot.Start.AddDays(-300) });
            return await db.SaveChangesAsync();
        });
        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
