using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers.Merging;

/// <summary>Duplicates are merged with everything that hangs on them, and the undo was built first (complaint 36).</summary>
public sealed class MergeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_records_of_one_customer_become_one_with_all_that_hangs_on_them_and_undo_puts_everything_back(Store store)
    {
        await using var bot = await DoubledAsync(store);
        var before = await StateAsync(bot);
        var manager = bot.As("王芳");
        await manager.Says("把东岭阀门厂合并到东岭阀门");
        manager.Hears("将 东岭阀门厂 合并到 东岭阀门？", "商机 1", "联系人 1", "跟进 1", "标签 2", "保留 沈阳（舍弃 大连）", "采用 阀门", "合并后负责人", "赵磊");
        Assert.Equal(before, await StateAsync(bot));
        await manager.Presses("合并");
        manager.Hears("客户已合并", "“东岭阀门厂”现为 东岭阀门 的别名", "撤销");
        var kept = await bot.Look(db => db.Customers.SingleAsync(c => c.Key == "C1"));
        Assert.Equal(("沈阳", "阀门", true), (kept.Region, kept.Industry, kept.Aliases.Contains("东岭阀门厂")));
        await bot.As("赵磊").IsTold("王芳 将 东岭阀门厂 合并到了 东岭阀门");
        await bot.As("刘晨").IsTold("王芳 将 东岭阀门厂 合并到了 东岭阀门");
        (await bot.As("赵磊").Says("东岭阀门厂怎么样")).Hears("东岭阀门", "#展会", "#VIP");
        (await bot.As("王芳").Says("东岭阀门厂怎么样")).Hears("东岭阀门MES", "厂二期");
        Assert.Equal((3, 0), (await bot.Look(db => db.CustomerTags.CountAsync(t => t.Customer.Key == "C1")) + await bot.Look(db => db.Contacts.CountAsync(c => c.Customer.Key == "C1")) - 1, await bot.Look(db => db.Deals.CountAsync(d => d.Customer!.Key == "C7"))));
        await manager.Presses("撤销");
        manager.Hears("已撤销");
        Assert.Equal(before, await StateAsync(bot));
        (await bot.As("刘晨").Says("东岭阀门厂怎么样")).Hears("东岭阀门厂", "厂二期");
    }

    [Fact]
    public async Task An_undo_would_not_overwrite_what_somebody_did_since()
    {
        await using var bot = await DoubledAsync(null);
        var manager = bot.As("王芳");
        await manager.Says("把东岭阀门厂合并到东岭阀门");
        await manager.Presses("合并");
        await manager.Forges("assign_customer", ("customer", "C1"), ("person", "P3"));
        await bot.As("刘晨").Forges("set_tax_id", ("customer", "C1"), ("tax_id", "91310000MA1K3XYZ7J"));
        await bot.Look(db => db.Customers.Where(c => c.Key == "C1").ExecuteUpdateAsync(s => s.SetProperty(c => c.Industry, "泵")));
        var entry = await bot.Look(db => db.Audit.Where(a => a.Command == "merge_customers" && !a.Refused).Select(a => a.Key).SingleAsync());
        await manager.Forges("undo", ("entry", entry));
        manager.Hears("之后已有人改动，没有撤销", "行业", "泵");
        Assert.NotNull(await bot.Look(db => db.Customers.Where(c => c.Key == "C7").Select(c => c.MergedIntoId).SingleAsync()));
    }

    [Fact]
    public async Task Only_who_leads_and_sees_both_merges_and_names_are_asked_about()
    {
        await using var bot = await DoubledAsync(null);
        (await bot.As("赵磊").Forges("merge_customers", ("customer", "C7"), ("into", "C1"), ("confirm", "true"))).Hears("权限范围");
        (await bot.As("Emma Novak").Forges("merge_customers", ("customer", "C7"), ("into", "C1"), ("confirm", "true"))).Hears("没有找到");
        var manager = bot.As("王芳").InEnglish();
        (await manager.Says("merge 东岭阀门厂 into 没有的公司")).Hears("没有的公司");
        (await manager.Says("merge 东岭阀门 into 东岭阀门")).Hears("one customer");
        (await manager.Says("merge 东岭阀门厂 into 东岭阀门")).Hears("Merge 东岭阀门厂 into 东岭阀门?", "deals 1");
        await manager.Presses("Rather 东岭阀门 into 东岭阀门厂");
        manager.Hears("Merge 东岭阀门 into 东岭阀门厂?");
        Assert.False(await bot.Look(db => db.Customers.AnyAsync(c => c.MergedIntoId != null)));
    }

    [Theory]
    [InlineData("合并")]
    [InlineData("把这两个客户合并一下")]
    [InlineData("东岭阀门厂和东岭阀门其实是同一家公司")]
    [InlineData("东岭阀门厂 and 东岭阀门 are the same company")]
    public async Task The_two_in_view_or_said_to_be_one_are_both_named_before_anything_is_merged(string said)
    {
        await using var bot = await DoubledAsync(null);
        await bot.Look(db => db.Contacts.ExecuteUpdateAsync(s => s.SetProperty(c => c.Phone, "13800001111")));
        var manager = bot.As("王芳");
        await manager.Says("查一下重复客户");
        (await manager.Says(said)).Hears("将 东岭阀门厂 合并到 东岭阀门？");
        Assert.False(await bot.Look(db => db.Customers.AnyAsync(c => c.MergedIntoId != null)));
    }

    [Fact]
    public async Task Likely_duplicates_are_listed_with_the_button_that_merges_them()
    {
        await using var bot = await DoubledAsync(null);
        await bot.Look(db => db.Contacts.ExecuteUpdateAsync(s => s.SetProperty(c => c.Phone, "13800001111")));
        var manager = bot.As("王芳");
        (await manager.Says("查一下重复客户")).Hears("疑似重复客户 1 对", "东岭阀门厂", "电话相同", "赵磊", "刘晨");
        await manager.Presses("合并");
        manager.Hears("将 东岭阀门厂 合并到 东岭阀门？");
        (await bot.As("王芳").InEnglish().Says("are there duplicate customers")).Hears("1 pairs");
    }

    [Fact]
    public async Task FU_11_the_card_of_a_second_copy_has_the_button_to_merge_for_who_leads_both()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("新建客户 东岭泵业股份有限公司");
        await rep.Presses("新建 东岭泵业股份有限公司");
        await bot.As("刘晨").IsTold("东岭泵业股份有限公司");
        var manager = bot.As("王芳");
        await manager.IsTold("东岭泵业股份有限公司", "合并");
        await manager.Presses("合并");
        manager.Hears("将 东岭泵业股份有限公司 合并到 东岭泵业？");
    }

    [Fact]
    public async Task A_merged_name_makes_no_second_customer()
    {
        await using var bot = await DoubledAsync(null);
        await bot.As("王芳").Forges("merge_customers", ("customer", "C7"), ("into", "C1"), ("confirm", "true"));
        (await bot.As("赵磊").Says("新建客户 东岭阀门厂")).DoesNotHear("客户已新建").Hears("东岭阀门");
    }

    private static Task<string> StateAsync(TestBot bot) => bot.Look(async db =>
    {
        var customers = await db.Customers.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
        var tags = await db.CustomerTags.AsNoTracking().OrderBy(t => t.Key).Select(t => t.Name + "@" + t.Customer.Key).ToListAsync();
        var rest = (await db.Deals.OrderBy(d => d.Key).Select(d => d.Key + "@" + d.Customer!.Key).ToListAsync()).Concat(await db.Contacts.OrderBy(c => c.Key).Select(c => c.Key + "@" + c.Customer.Key).ToListAsync())
            .Concat(await db.FollowUps.OrderBy(f => f.Key).Select(f => f.Key + "@" + f.Customer!.Key).ToListAsync());
        return string.Join('\n', customers.Select(c => $"{c.Key} {c.Name} {c.Industry} {c.Region} {c.Grade} {c.TaxId} {c.OwnerId} {c.MergedIntoId} {string.Join('/', c.Aliases)} {c.LastInteractionAt:O}").Concat(tags).Concat(rest));
    });

    /// <summary>东岭阀门 once more, as 刘晨 has entered it: with a deal, a contact, a follow-up and two tags, of which the first has one.</summary>
    private static async Task<TestBot> DoubledAsync(Store? store)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.Look(async db =>
        {
            var (first, other) = (await db.Customers.SingleAsync(c => c.Key == "C1"), await db.People.SingleAsync(p => p.Key == "P3"));
            first.Region = "沈阳";
            var twin = new Customer { Key = "C7", Name = "东岭阀门厂", Owner = other, Region = "大连", Industry = "阀门", CreatedAt = TestBot.Start, LastInteractionAt = TestBot.Start.AddDays(-1) };
            twin.Contacts.Add(new Contact { Key = "K7", Name = "曹志强", CreatedAt = TestBot.Start });
            db.AddRange(
                twin,
                new SalesBot.Deals.Deal { Key = "D70", Name = "厂二期", Customer = twin, Owner = other, Stage = "proposal", Amount = 1000, CloseDate = new DateOnly(2026, 6, 1), StageSince = TestBot.Start, CreatedAt = TestBot.Start },
                new SalesBot.FollowUps.FollowUp { Key = "F70", Customer = twin, Author = other, Content = "看过厂房", HappenedAt = TestBot.Start.AddDays(-1), CreatedAt = TestBot.Start },
                new SalesBot.Customers.Tags.CustomerTag { Key = "L1", Customer = first, Name = "VIP", CreatedAt = TestBot.Start },
                new SalesBot.Customers.Tags.CustomerTag { Key = "L2", Customer = twin, Name = "VIP", CreatedAt = TestBot.Start },
                new SalesBot.Customers.Tags.CustomerTag { Key = "L3", Customer = twin, Name = "展会", CreatedAt = TestBot.Start });
            return await db.SaveChangesAsync();
        });
        await bot.Get<NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
