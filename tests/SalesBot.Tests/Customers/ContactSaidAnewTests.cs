using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

/// <summary>Who is there, said with the lead; a number that is corrected right after it was put down.</summary>
public sealed class ContactSaidAnewTests
{
    [Theory]
    [InlineData("线索：扬州的陈总想做WMS，13812345678", "陈总", "想做WMS")]
    [InlineData("新线索 南通的老顾想上能耗 13812345678", "老顾", "想上能耗")]
    public async Task Whoever_wants_it_is_the_contact_of_the_lead(string said, string person, string wish)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears(person, "13812345678", wish).DoesNotHear("的" + person);
    }

    [Fact]
    public async Task A_number_is_corrected_where_it_was_put_down()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES金额改成70万");
        (await rep.Says("周国平的手机改成13900000001")).Hears("13900000001");

        (await rep.Says("不对，是13900000002")).Hears("13900000002");

        Assert.Equal("13900000002", await bot.Look(db => db.Contacts.Where(c => c.Key == "K1").Select(c => c.Phone).SingleAsync()));
        Assert.Equal(700_000, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).SingleAsync()));
    }
}
