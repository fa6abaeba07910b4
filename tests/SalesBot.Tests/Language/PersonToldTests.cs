using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>Who somebody at a customer is and how they are reached is put down as a contact, however it is said; nobody becomes a company, and nobody was in touch.</summary>
public sealed class PersonToldTests
{
    [Theory]
    [InlineData("梁工叫梁宝成，设备部部长，电话13700004321", "梁宝成", "设备部部长")]
    [InlineData("梁宝成是百川的联系人，设备部部长，电话13700004321", "梁宝成", "设备部部长")]
    [InlineData("梁宝成电话13700004321，是百川设备部部长，记一下", "梁宝成", "设备部部长")]
    [InlineData("btw the plant guy is Ned Foley, maintenance manager, 13700004321", "Ned Foley", "maintenance manager")]
    [InlineData("add Ned Foley to 百川水务 as maintenance manager, 13700004321", "Ned Foley", "maintenance manager")]
    [InlineData("they have a new guy, Ned Foley, he runs maintenance. mob 13700004321", "Ned Foley", "runs maintenance")]
    [InlineData("ned foley phone 13700004321 and hes maintenance manager", "Ned Foley", "maintenance manager")]
    public async Task A_person_with_a_number_is_a_contact_of_the_customer_spoken_of(string said, string name, string title)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        var customers = await bot.Look(db => db.Customers.CountAsync());
        await rep.Says("看看百川水务");
        (await rep.Says(said)).DoesNotHear("跟进已记录", "Follow-up logged");
        var contact = await bot.Look(db => db.Contacts.Include(c => c.Customer).SingleAsync(c => c.Name == name));
        Assert.Equal(("百川水务", title, "13700004321"), (contact.Customer.Name, contact.Title, contact.Phone));
        Assert.Equal(customers, await bot.Look(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task Whoever_is_new_and_has_but_a_surname_is_called_by_it_and_the_title()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("百川那边新来个生产厂长姓倪，电话回头给我")).Hears("联系人已保存", "倪厂长").DoesNotHear("跟进已记录");
    }

    [Theory]
    [InlineData("set 周国平's title to plant director", "plant director")]
    [InlineData("can you change 周国平's job title to plant director", "plant director")]
    public async Task A_title_is_changed_by_its_name(string said, string title)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").InEnglish().Says(said);
        Assert.Equal(title, await bot.Look(db => db.Contacts.Where(c => c.Name == "周国平").Select(c => c.Title).SingleAsync()));
    }

    [Theory]
    [InlineData("梁宝成电话13700004321，周五前把方案发给他")]
    [InlineData("宏远铸造的梁宝成，电话13700004321，想看看能耗")]
    public async Task What_tells_more_than_that_is_no_mere_contact(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看看百川水务");
        (await rep.Says(said)).DoesNotHear("联系人已保存");
    }
}
