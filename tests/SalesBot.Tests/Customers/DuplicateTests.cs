using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

/// <summary>Two reps on one customer (FU-11): a near match stops, whoever goes on all the same is not alone with it.</summary>
public sealed class DuplicateTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FU_11_a_near_match_of_somebody_else_stops_with_its_name_and_owner_only(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");

        await rep.Says("新建客户 东岭泵业股份有限公司");
        rep.Hears("是下面的客户吗", "就是同一家：东岭泵业", "由 刘晨 负责", "新建 东岭泵业股份有限公司").DoesNotHear("✓", "WMS", "东岭泵业有限公司");
        Assert.Equal(6, await bot.Look(db => db.Customers.CountAsync()));

        await rep.Presses("就是同一家：东岭泵业");
        rep.Hears("已经存在，由 刘晨 负责", "没有新建");
        Assert.Equal(6, await bot.Look(db => db.Customers.CountAsync()));
        await bot.As("刘晨").IsTold("客户撞单：东岭泵业", "赵磊", "请协调");
        await bot.As("王芳").IsTold("客户撞单：东岭泵业", "赵磊");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FU_11_created_all_the_same_both_reps_and_their_managers_get_a_card(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊").InEnglish();

        await rep.Says("new customer QUARRY STONE GmbH");
        rep.Hears("Quarry Stone", "Kevin Doyle looks after it").DoesNotHear("Quarry Stone Ltd", "EMS");
        await rep.Presses("New: QUARRY STONE GmbH");
        rep.Hears("Customer created", "QUARRY STONE GmbH", "may be the same company");
        await bot.As("Kevin Doyle").IsTold("Quarry Stone", "QUARRY STONE GmbH");
        await bot.As("Emma Novak").IsTold("QUARRY STONE GmbH");
        await bot.As("王芳").IsTold("QUARRY STONE GmbH");
        Assert.Equal(7, await bot.Look(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task FU_11_a_lead_with_the_phone_of_a_known_contact_is_asked_about_whatever_its_name()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var pumps = await db.Customers.FirstAsync(c => c.Key == "C2");
            pumps.Contacts.Add(new Contact { Key = "K2", Name = "马工", Phone = "13800005678", CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await bot.As("赵磊").Forges("create_lead", ("customer_text", "海纳机电"), ("phone", "+86 138-0000-5678"), ("source", "展会"));
        bot.As("赵磊").DoesNotHear("✓");
        (await bot.As("赵磊").Forges("create_customer", ("customer_text", "海纳机电"), ("phone", "１３８００００５６７８"))).Hears("就是同一家：东岭泵业", "由 刘晨 负责");
        Assert.Equal(6, await bot.Look(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task FU_11_a_tax_id_that_is_taken_is_told_to_both_owners()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("刘晨").Says("东岭泵业税号 91310000MA1K3XYZ7J");
        (await bot.As("赵磊").Says("东岭阀门税号 91310000MA1K3XYZ7J")).Hears("可能是同一客户");
        await bot.As("刘晨").IsTold("客户撞单：东岭泵业", "东岭阀门");
        await bot.As("王芳").IsTold("91310000MA1K3XYZ7J");
        (await bot.As("赵磊").Forges("create_customer", ("customer_text", "海纳机电"), ("tax_id", "91310000MA1K3XYZ7J"))).Hears("就是同一家：东岭泵业");
    }

    [Fact]
    public async Task FU_11_two_reps_with_open_deals_at_one_customer_know_of_each_other()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("刘晨").Says("新商机 万象包装 30万 5月20日");
        (await bot.As("赵磊").Says("新商机 万象包装 80万 6月20日")).Hears("✓", "该客户另有 刘晨 的进行中商机");
        await bot.As("刘晨").IsTold("客户撞单：万象包装", "赵磊");
        await bot.As("王芳").IsTold("客户撞单：万象包装");
    }

    [Fact]
    public async Task A_forged_key_of_somebody_elses_customer_tells_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Forges("create_customer", ("customer", "C2"), ("given", "海纳机电"))).DoesNotHear("东岭泵业", "刘晨");
        (await bot.As("赵磊").Forges("create_customer", ("customer", "C2"))).DoesNotHear("东岭泵业", "刘晨");
    }

    [Theory]
    [InlineData("东岭阀门股份有限公司", "东岭阀门集团", true)]
    [InlineData("东岭阀门", "东岭阀门制造有限公司", true)]
    [InlineData("Quarry Stone Co., Ltd.", "QUARRY  STONE G.m.b.H.", true)]
    [InlineData("ＱＵＡＲＲＹ Stone", "quarry-stone", true)]
    [InlineData("东岭阀门", "东岭泵业", false)]
    [InlineData("东岭", "东岭泵业", false)]
    [InlineData("Quarry", "Quarry Stone", false)]
    [InlineData("百川水务", "百川燃气集团", false)]
    public void Names_are_alike_without_their_legal_forms(string one, string other, bool alike) => Assert.Equal(alike, CompanyName.AreAlike(one, other));
}
