using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

public sealed class FreezeTests
{
    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task ST_12_nothing_of_a_frozen_deal_changes_until_it_is_thawed(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var (manager, rep) = (bot.As("王芳"), bot.As("赵磊"));

        await manager.Says("冻结东岭阀门MES到4月10日，因为客户内部调整");
        manager.Hears("商机已冻结", "4月10日", "客户内部调整", "已告知：赵磊");
        await rep.IsTold("王芳 修改了您的商机", "客户内部调整");

        foreach (var said in new[] { "东岭阀门MES推到商务谈判", "东岭阀门MES金额改成70万", "东岭阀门MES丢了，价格太高" })
        {
            (await rep.Says(said)).Hears("冻结到", "没有做任何改动");
        }

        Assert.Equal(("proposal", 680_000m), await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => new ValueTuple<string, decimal?>(d.Stage, d.Amount)).FirstAsync()));
        (await rep.Forges("show_deal", ("deal", "D1"))).Hears("冻结到 4月10日");
        await bot.PassAsync(TimeSpan.FromDays(20));
        await bot.ScanAsync();
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.Rule == "stalled" && f.SubjectKey == "D1");

        (await rep.Says("解冻东岭阀门MES")).DoesNotHear("商机已解冻");
        (await manager.Says("解冻东岭阀门MES")).Hears("商机已解冻");
        (await rep.Says("东岭阀门MES金额改成70万")).Hears("¥700,000");
    }

    [Fact]
    public async Task ST_12_in_English_with_what_is_left_out_asked_for()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("Emma Novak").InEnglish();

        (await manager.Says("freeze the quarry deal")).Hears("Why is it frozen");
        await manager.Says("their budget is on hold");
        manager.Hears("Until which day");
        await manager.Says("April 30");

        manager.Hears("Deal frozen", "30 Apr", "their budget is on hold");
        (await bot.As("Kevin Doyle").InEnglish().Says("move quarry to proposal")).Hears("is frozen until");
    }

    [Fact]
    public async Task ST_12_a_frozen_deal_goes_along_with_its_customer_and_stays_frozen()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("冻结东岭阀门MES到4月10日，因为客户内部调整");

        await manager.Forges("assign_customer", ("customer", "C1"), ("person", "P3"));

        manager.Hears("客户已转交", "1 个进行中的商机", "1 个仍在冻结中：东岭阀门MES");
        Assert.Equal("刘晨", await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Owner.Name).SingleAsync()));
        (await bot.As("刘晨").Says("东岭阀门MES推到商务谈判")).Hears("冻结到");
        await manager.Presses("解冻");
        manager.Hears("商机已解冻");
    }

    [Fact]
    public async Task ST_12_in_English_a_handover_takes_frozen_deals_along_and_can_be_undone()
    {
        await using var bot = await TestBot.StartAsync();
        var regional = bot.As("孙丽").InEnglish();
        await regional.Says("freeze the quarry deal until April 30 because their budget is on hold");

        await regional.Forges("assign_customer", ("customer", "C8"), ("person", "P2"));
        regional.Hears("1 open deal went along", "1 of them stays frozen: Quarry Stone EMS");
        await regional.Presses("Undo");

        Assert.Equal("Kevin Doyle", await bot.Look(db => db.Deals.Where(d => d.Key == "D7").Select(d => d.Owner.Name).SingleAsync()));
    }

    [Fact]
    public async Task ST_12_a_manager_comments_and_the_owner_reads_it()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("王芳").Says("批注东岭阀门MES：先谈试点再谈总价")).Hears("批注已记下");

        await bot.As("赵磊").IsTold("王芳 批注了 东岭阀门MES", "先谈试点再谈总价");
        (await bot.As("赵磊").Forges("show_deal", ("deal", "D1"))).Hears("批注", "先谈试点再谈总价");
        (await bot.As("赵磊").Says("批注东岭阀门MES：我自己")).Hears("批注已记下").DoesNotHear("已告知");
        (await bot.As("赵磊").Says("批注东岭泵业WMS：别人的")).DoesNotHear("批注已记下");
    }

    [Theory]
    [InlineData("zh-CN", "王芳", "东岭阀门MES恢复推进", "D1", "已解冻")]
    [InlineData("zh-CN", "王芳", "唤醒东岭阀门MES", "D1", "已解冻")]
    [InlineData("en-US", "Emma Novak", "thaw Quarry Stone EMS", "D7", "Deal goes on")]
    [InlineData("en-US", "Emma Novak", "wake up Quarry Stone EMS", "D7", "Deal goes on")]
    public async Task ST_12_a_frozen_deal_is_woken_in_ones_own_words(string locale, string who, string said, string deal, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = locale == "en-US" ? bot.As(who).InEnglish() : bot.As(who);
        await manager.Forges("freeze_deal", ("deal", deal), ("reason", "x"), ("date", "2026-04-30"));

        (await manager.Says(said)).Hears(heard);
    }
}
