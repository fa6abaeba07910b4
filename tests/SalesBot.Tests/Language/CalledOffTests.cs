using Microsoft.EntityFrameworkCore;

namespace SalesBot.Tests.Language;

/// <summary>What does not take place, or need not be done, is taken off the list: it is no work done, and no report.</summary>
public sealed class CalledOffTests
{
    [Theory]
    [InlineData("陪方工再看一次现场取消", "陪方工再看一次现场", false)]
    [InlineData("取消待办 陪方工再看一次现场", "陪方工再看一次现场", false)]
    [InlineData("催技术图纸不用了，取消", "催技术图纸", false)]
    [InlineData("催技术图纸不用做了", "催技术图纸", false)]
    [InlineData("刚才加的那个催技术图纸的删了吧，重复了", "催技术图纸", false)]
    [InlineData("和百川的会取消吧，他们领导出差", "约百川开会", false)]
    [InlineData("跟周国平的电话取消了", "和周国平通电话", false)]
    [InlineData("delete the badge one, it's a duplicate", "Renew the badge", true)]
    [InlineData("renew the badge is no longer needed", "Renew the badge", true)]
    [InlineData("the meeting with nora is off, she is sick", "Walkthrough for Nora", true)]
    public async Task What_is_off_is_cancelled_and_neither_ticked_nor_reported(string said, string title, bool english)
    {
        await using var bot = await TestTodos.OnSaturdayAsync(english ? "Kevin Doyle" : "赵磊", title, english ? "Order the cables" : "给凌云寄样本");
        await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said);
        Assert.Equal([english ? "Order the cables" : "给凌云寄样本"], await bot.Look(db => db.Todos.Select(t => t.Title).ToListAsync()));
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    [Fact]
    public async Task Of_several_meetings_with_them_it_is_asked_which_is_off()
    {
        await using var bot = await TestTodos.OnSaturdayAsync("Kevin Doyle", "Walkthrough for Nora", "Call with Nora about the yard");
        (await bot.As("Kevin Doyle").InEnglish().Says("the meeting with nora is off")).Hears("Walkthrough for Nora", "Call with Nora").DoesNotHear("✓");
        Assert.Equal(2, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Theory]
    [InlineData("样本客户说不用了，改要图册")]
    [InlineData("百川的会开完了，他们要周五的报价")]
    [InlineData("删掉百川水务")]
    public async Task Goods_that_are_not_wanted_and_records_that_are_to_go_call_nothing_off(string said)
    {
        await using var bot = await TestTodos.OnSaturdayAsync("赵磊", "给百川寄样本", "约百川开会");
        await bot.As("赵磊").Says(said);
        Assert.True(await bot.Look(db => db.Todos.CountAsync()) >= 2);
    }
}
