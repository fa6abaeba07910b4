using SalesBot.Tests.Talking;

namespace SalesBot.Tests.FollowUps;

/// <summary>Whoever is named as met is not replaced by the contact of last time, and the note keeps its words (FU-01, FU-05).</summary>
public sealed class MetPeopleTests
{
    [Theory]
    [InlineData("今天去了东岭阀门，见了设备部的沈科长，他说下周给意见", "沈科长", "见了设备部的沈科长，他说")]
    [InlineData("今天跟东岭阀门技术部的韩工聊了接口，没问题", "韩工", "接口")]
    public async Task Somebody_new_keeps_the_name_that_was_said(string said, string with, string note)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("昨天拜访了东岭阀门周总，一切正常");

        (await rep.Says(said)).Hears("跟进已记录", "对接人\n" + with, note).DoesNotHear("对象按上次记为", "周国平");
    }

    [Fact]
    public async Task Nobody_named_is_the_one_of_last_time()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("昨天拜访了东岭阀门周总，一切正常");

        (await rep.Says("今天给东岭阀门打了电话，预算批了")).Hears("对象按上次记为 周国平");
    }

    [Theory]
    [InlineData("saw Jane and Peter at Quarry Stone today, they want to wait", "With\nJane, Peter")]
    [InlineData("I sent the offer to Quarry Stone yesterday", "I sent the offer to Quarry Stone yesterday")]
    [InlineData("emailed Quarry Stone the price list, waiting for word", "emailed Quarry Stone the price list")]
    [InlineData("met Quarry Stone yesterday", "met Quarry Stone yesterday")]
    public async Task The_note_does_not_begin_in_the_middle(string said, params string[] hears)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("Kevin Doyle").InEnglish().Says(said)).Hears(["Follow-up logged", .. hears]);
    }

    [Fact]
    public async Task What_only_says_how_is_still_left_out()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("Kevin Doyle").InEnglish().Says("called Quarry Stone, the budget is fine")).Hears("What\nthe budget is fine");
    }

    [Theory]
    [InlineData("昨天去了东岭阀门，和他们设备部聊了一下午", "设备部")]
    [InlineData("今天拜访东岭阀门，见了他们质量部", "质量部")]
    public async Task A_department_is_called_whole(string said, string with)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(with, await bot.Look(db => Task.FromResult(db.FollowUps.Single().With)));
    }
}
