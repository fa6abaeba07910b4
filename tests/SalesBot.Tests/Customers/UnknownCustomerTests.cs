using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

/// <summary>A company that is not there, or not to be seen: nothing falls on what was spoken of before, the nearest are offered, and a new one.</summary>
public sealed class UnknownCustomerTests
{
    [Theory]
    [InlineData("拜访了鸿运印刷 客户说预算不够", "鸿运印刷")]
    [InlineData("把鸿运印刷推到谈判", "鸿运印刷")]
    [InlineData("鸿运印刷改成50万", "鸿运印刷")]
    [InlineData("鸿运印刷那单预计6月底签", "鸿运印刷")]
    [InlineData("鸿运印刷丢了 价格没谈拢", "鸿运印刷")]
    [InlineData("鸿运印刷怎么样了", "鸿运印刷")]
    [InlineData("鸿运印刷的商机有哪些", "鸿运印刷")]
    [InlineData("导出鸿运印刷的跟进", "鸿运印刷")]
    public async Task Never_falls_on_the_deal_that_was_spoken_of(string said, string name)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = await bot.As("赵磊").Says("打开百川水务平台");
        var before = await StateAsync(bot);

        (await rep.Says(said)).Hears($"没有找到“{name}”").DoesNotHear("✓", "百川水务平台");

        Assert.Equal(before, await StateAsync(bot));
    }

    [Theory]
    [InlineData("visited Ridgeline Dairy, they want a demo", "Ridgeline Dairy")]
    [InlineData("Ridgeline Dairy is now 50k", "Ridgeline Dairy")]
    [InlineData("call with Holloway this morning, all good", "Holloway")]
    [InlineData("how is Thornbury doing", "Thornbury")]
    public async Task Says_so_in_English(string said, string name)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = await bot.As("Kevin Doyle").Says("show Quarry Stone EMS");

        (await rep.Says(said)).Hears($"“{name}”").DoesNotHear("✓", "Quarry Stone EMS");
    }

    [Fact]
    public async Task Offers_the_nearest_for_the_same_order()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = await bot.As("赵磊").Says("东岭包装改成50万");
        rep.Hears("没有“东岭包装”", "东岭阀门");

        (await rep.Says("第一个")).Hears("东岭阀门", "✓");
    }

    [Fact]
    public async Task Makes_the_customer_and_goes_on()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = await bot.As("赵磊").Says("拜访了鸿运印刷 客户说预算不够");
        await rep.Presses("新建 鸿运印刷");
        (await rep.Presses("继续：记录跟进")).Hears("鸿运印刷", "预算不够");

        Assert.Equal("鸿运印刷", await bot.Look(db => db.FollowUps.OrderByDescending(f => f.Id).Select(f => f.Customer!.Name).FirstAsync()));
    }

    [Fact]
    public async Task A_to_do_belongs_to_nobody_and_says_so()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = await bot.As("赵磊").Says("打开百川水务平台");

        (await rep.Says("提醒我明天给德润化工发报价")).Hears("没有找到客户“德润化工”", "给德润化工发报价").DoesNotHear("百川水务");

        var todo = await bot.Look(db => db.Todos.OrderByDescending(t => t.Id).FirstAsync());
        Assert.Equal((null, null), (todo.CustomerId, todo.DealId));
    }

    [Theory]
    [InlineData("导出赵无极的商机", "没有找到叫“赵无极”的同事")]
    [InlineData("赵无极的业绩", "没有找到叫“赵无极”的同事")]
    [InlineData("刘晨的商机有哪些", "刘晨")]
    [InlineData("导出刘晨的商机", "刘晨")]
    public async Task A_colleague_whom_one_does_not_know_or_see_is_not_left_out(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears(heard).DoesNotHear("东岭阀门", "百川");
    }

    [Fact]
    public async Task Nobody_gets_a_customer_whom_nobody_knows()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").Says("把万象包装转给赵无极")).Hears("赵无极").DoesNotHear("✓");
        (await bot.As("王芳").Says("把鸿运印刷转给刘晨")).Hears("鸿运印刷").DoesNotHear("✓");
    }

    [Theory]
    [InlineData("Kevin Doyle", "is Harbour Foods already a customer?", "put them in as a lead, contact Jo Meyer", "Harbour Foods")]
    [InlineData("Kevin Doyle", "how is Thornbury doing", "add them as a customer", "Thornbury")]
    [InlineData("赵磊", "鸿运印刷是我们的客户吗", "那把他们建成线索，联系人金小姐", "鸿运印刷")]
    public async Task They_are_whom_nobody_knew(string person, string asked, string said, string name)
    {
        await using var bot = await TestBot.StartAsync();
        var talk = await bot.As(person).Says(asked);

        (await talk.Says(said)).Hears(name).DoesNotHear("没有找到");
    }

    private static Task<string> StateAsync(TestBot bot) => bot.Look(async db =>
        string.Join('\n', await db.Deals.OrderBy(d => d.Id).Select(d => d.Key + d.Stage + d.Amount + d.CloseDate + d.LastActivityAt).ToListAsync()) + await db.FollowUps.CountAsync());
}
