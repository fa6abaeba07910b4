using Microsoft.EntityFrameworkCore;

namespace SalesBot.Tests.Talking;

/// <summary>Somebody new, told in one line: who they are and what they want is kept, and nobody is made of the words around it.</summary>
public sealed class NewcomersTests
{
    [Fact]
    public async Task A_lead_that_a_friend_brought()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("新来个线索 朋友介绍的 鞍山重锻 卢工 想看在线检测 大概五六十万吧")).Hears("线索已新建", "鞍山重锻", "卢工", "想看在线检测 大概五六十万吧", "转介绍");

        Assert.Equal(["鞍山重锻"], await bot.Look(db => db.Customers.Where(customer => customer.Key != "C1").OrderByDescending(customer => customer.Id).Take(1).Select(customer => customer.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_lead_from_a_fair()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        (await rep.Says("new lead from the Leipzig expo: Harting Papier, Dorothea Kranz, wants a quote for 12 sensors, maybe 40k eur")).Hears("Lead created", "Harting Papier", "Dorothea Kranz", "wants a quote for 12 sensors, maybe 40k eur");
    }

    [Fact]
    public async Task A_customer_with_all_that_was_said()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("广交会认识个新客户 叫湖州精筑机械 崔总监 139 5588 0102 想上排产 预算一百来个")).Hears("客户已新建", "湖州精筑机械", "崔总监", "想上排产 预算一百来个");

        var contact = await bot.Look(db => db.Contacts.OrderByDescending(c => c.Id).Select(c => new { c.Name, c.Phone }).FirstAsync());
        Assert.Equal(("崔总监", "13955880102"), (contact.Name, contact.Phone!.Replace(" ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Somebody_new_at_a_customer()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("百川新来了个设备经理叫褚建国 电话13911112345 记一下 以后找他")).Hears("褚建国", "百川水务").DoesNotHear("待办", "跟进已记录");

        Assert.Equal("设备经理", await bot.Look(db => db.Contacts.Where(c => c.Name == "褚建国").Select(c => c.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_customer_and_its_deal()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("新客户 铁岭通用 再给它开个货梯的单 120w 十月底");

        var deal = await bot.Look(db => db.Deals.OrderByDescending(d => d.Id).Select(d => new { d.Name, Customer = d.Customer!.Name, d.Amount }).FirstAsync());
        Assert.Equal(("铁岭通用货梯", "铁岭通用", 1_200_000m), (deal.Name, deal.Customer, deal.Amount));
    }

    [Fact]
    public async Task A_condition_about_another_customer()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("拜访了百川 方案过了");
        (await rep.Says("要是凌云周五前还不回 提醒我把它关掉")).Hears("凌云电缆").DoesNotHear("百川");
    }
}
