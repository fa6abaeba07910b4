using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers.Relations;

public sealed class RelationTests
{
    [Theory]
    [InlineData("周国平是决策人", "Decider")]
    [InlineData("东岭阀门的周国平负责拍板", "Decider")]
    [InlineData("把周国平标记为内线", "Insider")]
    [InlineData("东岭阀门周总是采购负责人", "Buyer")]
    [InlineData("周国平 is the decision maker at 东岭阀门", "Decider")]
    [InlineData("mark 周国平 as champion", "Insider")]
    public async Task CU_07_the_part_of_a_contact_is_said_in_a_sentence(string said, string role)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says(said)).Hears("联系人已保存", "采购角色", "撤销");
        Assert.Equal(Enum.Parse<BuyingRole>(role), await bot.Look(db => db.Contacts.Where(c => c.Key == "K1").Select(c => c.Role).SingleAsync()));
        await rep.Presses("撤销");
        Assert.Null(await bot.Look(db => db.Contacts.Where(c => c.Key == "K1").Select(c => c.Role).SingleAsync()));
    }

    [Fact]
    public async Task CU_07_the_motive_too_and_a_stranger_changes_neither()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("周国平的采购动机是想把停机时间降下来")).Hears("联系人已保存", "想把停机时间降下来");
        (await bot.As("赵磊").InEnglish().Says("the motive of 周国平 is less downtime")).Hears("less downtime");
        await bot.As("刘晨").Forges("set_motive", ("customer", "C1"), ("contact", "K1"), ("motive", "x"));
        await bot.As("刘晨").Forges("set_role", ("customer", "C1"), ("contact", "K1"), ("role", "Buyer"));
        var contact = await bot.Look(db => db.Contacts.SingleAsync(c => c.Key == "K1"));
        Assert.Equal(("less downtime", null), (contact.Motive, contact.Role));
        (await bot.As("赵磊").Forges("set_role", ("customer", "C1"), ("contact", "K1"), ("role", "国王"))).Hears("“国王”不是采购角色");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CU_06_the_map_shows_people_parts_last_contact_and_what_is_missing(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Says("周国平是决策人");
        await rep.Says("刚拜访完东岭阀门周总 方案认可");
        (await rep.Says("/图谱 东岭阀门")).Hears("东岭阀门：关系图谱", "周国平 生产总监", "决策人", "3月11日", "缺少：使用者、采购、内线");
        (await rep.InEnglish().Says("who decides at 东岭阀门")).Hears("relationship map", "decision maker", "Missing: user, buyer, insider");
        (await rep.Says("我的关系图谱")).Hears("客户关系网", "东岭阀门", "决策人：周国平", "1 人", "百川水务", "缺少：决策人");
        (await bot.As("刘晨").Says("我的关系图谱")).Hears("东岭泵业").DoesNotHear("东岭阀门");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CU_06_who_of_us_knows_people_there_is_shown_with_whom_and_when_last_as_far_as_the_asker_sees(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.As("赵磊").Says("刚拜访完东岭阀门周总 方案认可");
        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.As("王芳").Says("给东岭阀门打了电话，对方说预算批了");

        (await bot.As("王芳").Says("谁跟东岭阀门有交情")).Hears("我们谁跟他们联系过", "王芳：没写对方是谁 · 3月12日", "赵磊：周国平 · 3月11日");
        (await bot.As("王芳").Says("我们有哪些同事拜访过东岭阀门")).Hears("赵磊：周国平");
        (await bot.As("赵磊").InEnglish().Says("who has dealt with 东岭阀门?")).Hears("Who of us spoke with them", "周国平");
        (await bot.As("刘晨").Says("谁认识东岭阀门的人")).DoesNotHear("周国平", "赵磊：");
        (await bot.As("王芳").Says("谁认识凌云电缆的人")).DoesNotHear("我们谁跟他们联系过");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CU_06_dormant_customers_are_listed_each_with_why_it_may_grow(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.Look(async db =>
        {
            var (valves, pumps, rep) = (await db.Customers.SingleAsync(c => c.Key == "C1"), await db.Customers.SingleAsync(c => c.Key == "C2"), await db.People.SingleAsync(p => p.Key == "P2"));
            valves.Industry = pumps.Industry = "阀门";
            var (mes, wms) = (new Product { Key = "G1", Name = "MES", CreatedAt = TestBot.Start }, new Product { Key = "G2", Name = "WMS", CreatedAt = TestBot.Start });
            await db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.Status, DealStatus.Lost));
            db.AddRange(Won("W1", valves, rep.Id, mes, 500_000, 400), Won("W2", pumps, rep.Id, wms, 90_000, 30));
            return await db.SaveChangesAsync();
        });
        (await bot.As("赵磊").Says("未激活老客户有哪些")).Hears("未激活老客户 1 个", "东岭阀门", "曾购 MES", "同行业（阀门）还购买了 WMS", "¥500,000").DoesNotHear("东岭泵业");
        (await bot.As("赵磊").InEnglish().Says("which customers could buy again")).Hears("1 dormant customer", "bought MES", "others in 阀门 also bought WMS");
        (await bot.As("Kevin Doyle").Says("未激活老客户有哪些")).Hears("没有未激活的老客户");
    }

    private static Deal Won(string key, Customer customer, long owner, Product product, decimal amount, int daysAgo) => new()
    {
        Key = key, Name = key, Customer = customer, OwnerId = owner, Product = product, Stage = "won", Status = DealStatus.Won, Amount = amount, Currency = "CNY",
        StageSince = TestBot.Start.AddDays(-daysAgo), ClosedAt = TestBot.Start.AddDays(-daysAgo), CreatedAt = TestBot.Start.AddDays(-daysAgo - 60),
    };

    [Theory]
    [InlineData("东岭阀门那边谁是做主的")]
    [InlineData("东岭阀门的决策人是哪位")]
    [InlineData("谁是东岭阀门的关键人")]
    [InlineData("who are the decision makers at 东岭阀门")]
    [InlineData("who at 东岭阀门 signs off")]
    public async Task CU_07_who_decides_is_answered_by_the_people_and_their_parts(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("东岭阀门：关系图谱", "周国平");
    }

    [Theory]
    [InlineData("他们谁说了算")]
    [InlineData("拍板的人是谁")]
    [InlineData("who are the key people there")]
    public async Task CU_07_of_the_customer_in_view_no_name_is_needed(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门怎么样");
        (await rep.Says(said)).Hears("东岭阀门：关系图谱");
    }

    [Fact]
    public async Task CU_07_of_none_in_view_it_is_asked_and_nobody_is_made()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("关键人是谁")).DoesNotHear("新建");
    }
}
