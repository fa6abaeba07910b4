using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers.Relations;

/// <summary>What is told of who somebody is belongs to the contact (CU-07); nobody was in touch by it.</summary>
public sealed class TitleTests
{
    [Theory]
    [InlineData("周国平是采购总监", "采购总监")]
    [InlineData("东岭阀门的周国平现在升了副总经理", "副总经理")]
    [InlineData("周国平的职务改成生产副总", "生产副总")]
    [InlineData("周国平 is the plant manager", "plant manager")]
    [InlineData("周国平 was promoted to head of operations", "head of operations")]
    public async Task CU_07_what_somebody_does_is_their_title(string said, string title)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says(said)).Hears("联系人已保存", title, "撤销");
        Assert.Equal((title, 0), (await TitleAsync(bot), await bot.Look(db => db.FollowUps.CountAsync())));

        await rep.Presses("撤销");
        Assert.Equal("生产总监", await TitleAsync(bot));
    }

    [Theory]
    [InlineData("周国平是采购总监吗")]
    [InlineData("听说周国平是采购总监，还没确认")]
    [InlineData("钱伟民是采购总监")]
    public async Task A_question_hearsay_or_a_stranger_changes_no_title(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("打开东岭阀门");
        await rep.Says(said);
        Assert.Equal("生产总监", await TitleAsync(bot));
    }

    [Theory]
    [InlineData("凌云电缆那边换人了，现在对接的是蒋总，电话13804511122", "蒋总", "13804511122")]
    [InlineData("凌云电缆接手的是蒋文博，手机13804511122", "蒋文博", "13804511122")]
    public async Task Who_took_somebodys_place_is_a_contact_and_was_not_called(string said, string name, string phone)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("联系人已保存", name).DoesNotHear("跟进已记录");
        var contact = await bot.Look(db => db.Contacts.Where(c => c.Customer!.Key == "C3").Select(c => new { c.Name, c.Phone, c.Title }).SingleAsync());
        Assert.Equal((name, phone, null), (contact.Name, contact.Phone, contact.Title));
    }

    [Fact]
    public async Task In_English_too()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("Kevin Doyle").InEnglish().Says("at Quarry Stone Tom is away till june, his stand-in is Gordon Price, gordon.price@quarry.com")).Hears("Contact saved", "Gordon Price", "gordon.price@quarry.com");
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    [Theory]
    [InlineData("新客户：大连海创电子，联系人周琳，采购经理，手机13941122334", "周琳", "采购经理")]
    [InlineData("新建客户 宁波越洋泵业，联系人高健，设备部长，13700001111", "高健", "设备部长")]
    public async Task What_somebody_does_there_is_no_wish_of_a_new_customer(string said, string name, string title)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("客户已新建", name, title);
        var contact = await bot.Look(db => db.Contacts.OrderByDescending(c => c.Id).Select(c => new { c.Name, c.Title }).FirstAsync());
        Assert.Equal((name, title), (contact.Name, contact.Title));
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    private static Task<string?> TitleAsync(TestBot bot) => bot.Look(db => db.Contacts.Where(c => c.Key == "K1").Select(c => c.Title).SingleAsync());
}
