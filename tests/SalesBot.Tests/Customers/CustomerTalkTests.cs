using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

/// <summary>What is asked and told of a customer in passing: whether it is ours, when it was last spoken to, who is in the pool, whom one meets there.</summary>
public sealed class CustomerTalkTests
{
    [Theory]
    [InlineData("公海里有哪些客户")]
    [InlineData("公海还有谁")]
    [InlineData("公海里还有什么能捞的")]
    [InlineData("what's in the pool?")]
    [InlineData("anything left in the pool?")]
    public async Task The_pool_is_offered_and_one_of_it_chosen(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says(asked)).Hears("万象包装").DoesNotHear("✓", "百川");
        (await rep.Says("1")).Hears("✓ 客户已认领", "万象包装");
        (await rep.Says(asked)).Hears("公海里现在没有客户");
    }

    [Theory]
    [InlineData("把万象从公海捞给我", "✓ 客户已认领")]
    [InlineData("how do I get someone from the pool?", "照例句说即可")]
    public async Task What_else_is_said_of_the_pool_is_no_question_for_it(string said, string hears)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears(hears);
    }

    [Theory]
    [InlineData("百川水务有没有这个客户", "百川水务集团")]
    [InlineData("is 百川水务 already with us?", "百川水务集团")]
    [InlineData("do we have 万象包装 already?", "万象包装有限公司")]
    [InlineData("is Zenith Foods already a customer?", "Zenith Foods")]
    [InlineData("多久没联系凌云了", "最近联系：3月8日")]
    [InlineData("how long since we last talked to 凌云?", "最近联系：3月8日")]
    public async Task Whether_it_is_ours_and_when_it_was_spoken_to_changes_nothing(string asked, string hears)
    {
        await using var bot = await TestBot.StartAsync();
        var before = await bot.Look(db => db.Customers.CountAsync());
        (await bot.As("赵磊").Says(asked)).Hears(hears).DoesNotHear("✓");
        Assert.Equal(before, await bot.Look(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task How_long_is_asked_of_the_customer_spoken_of()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看看百川水务");
        (await rep.Says("他们多久没联系了")).Hears("百川水务", "最近联系：3月8日");
        (await rep.Says("哪些客户多久没联系了")).Hears("30 天以上没有联系");
    }

    [Theory]
    [InlineData("联系人加一个 采购 洪志远 13700001234", "洪志远", "采购", "13700001234")]
    [InlineData("add a contact, Thomas Muller, purchasing, 13700001234", "Thomas Muller", "purchasing", "13700001234")]
    [InlineData("加个联系人 张敏 财务总监", "张敏", "财务总监", null)]
    [InlineData("add contact Anna Berg", "Anna Berg", null, null)]
    public async Task A_contact_is_added_to_the_customer_spoken_of(string order, string name, string? title, string? phone)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看看百川水务");
        (await rep.Says(order)).Hears("联系人已保存", "百川水务", name);

        var contact = await bot.Look(db => db.Contacts.Include(c => c.Customer).SingleAsync(c => c.Name == name));
        Assert.Equal(("百川水务", title, phone), (contact.Customer.Name, contact.Title, contact.Phone));
        Assert.Equal(6, await bot.Look(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task A_contact_goes_to_the_customer_that_is_named_with_the_address_and_is_undone()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看看百川水务");
        (await rep.Says("凌云加个联系人 张敏 财务总监 zhangmin@example.com")).Hears("联系人已保存", "凌云电缆");
        Assert.Equal("zhangmin@example.com", await bot.Look(db => db.Contacts.Where(c => c.Name == "张敏").Select(c => c.Email).SingleAsync()));
        await rep.Presses("撤销");
        Assert.Equal(0, await bot.Look(db => db.Contacts.CountAsync(c => c.Name == "张敏")));
    }

    [Theory]
    [InlineData("有个新客户叫锦州永佳铸造，联系人孙工，电话13700001111，想了解MES", "想了解MES")]
    [InlineData("新客户：营口恒远泵阀，联系人 马经理，13700002222，要上能耗监测", "要上能耗监测")]
    public async Task The_word_for_who_is_there_is_no_wish_and_they_are_no_name(string said, string wish)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Says(said)).Hears("客户已新建", wish).DoesNotHear("内容\n人");

        (await rep.Says("给他们建个商机 60万 6月底")).Hears("商机已新建").DoesNotHear("他们");
    }
}
