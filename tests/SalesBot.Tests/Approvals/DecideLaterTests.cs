using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>Who says when they will say something has decided nothing (AP-06).</summary>
public sealed class DecideLaterTests
{
    [Theory]
    [InlineData("东岭阀门合同 我周四给意见")]
    [InlineData("东岭阀门的合同我明天再看")]
    [InlineData("我下午再审东岭阀门的合同")]
    [InlineData("周五之前我给你们答复")]
    [InlineData("这个合同我再研究研究")]
    [InlineData("合同先放一放")]
    [InlineData("东岭阀门那份还没看完")]
    [InlineData("法务这边周四给意见")]
    public async Task AP_06_a_word_about_when_one_will_decide_is_no_decision(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var legal = bot.As("郑文");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));

        (await legal.Says(said)).Hears("没有作任何审批决定", "东岭阀门MES").DoesNotHear("我理解为");
        Assert.Equal(1, await PendingAsync(bot));
    }

    [Theory]
    [InlineData("i'll look at 东岭阀门 tomorrow")]
    [InlineData("on 东岭阀门 i'll get back to you by thursday")]
    [InlineData("let me think about it")]
    [InlineData("need more time on this contract")]
    [InlineData("you'll have my comments on friday")]
    public async Task AP_06_nor_is_one_in_english(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var legal = bot.As("郑文").InEnglish();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));

        (await legal.Says(said)).Hears("Nothing was decided");
        Assert.Equal(1, await PendingAsync(bot));
    }

    [Fact]
    public async Task AP_06_while_one_decision_is_asked_about_another_name_is_no_yes()
    {
        await using var bot = await TestBot.StartAsync();
        var legal = bot.As("郑文");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D5"));
        (await legal.Says("东岭阀门合同 我这两天给意见吧大概")).Hears("对吗");
        await legal.Says("百川水务的下午过来");

        Assert.Equal(2, await PendingAsync(bot));
    }

    [Fact]
    public async Task AP_06_a_to_do_for_that_day_is_one_press_away()
    {
        await using var bot = await TestBot.StartAsync();
        var legal = bot.As("郑文");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        await legal.Says("东岭阀门合同 我明天给意见");
        await legal.Presses("3月12日 周四 提醒我");

        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync(t => t.Owner.Name == "郑文")));
    }

    [Theory]
    [InlineData("同意，周五前盖章")]
    [InlineData("东岭阀门的合同我看过了，批准")]
    public async Task AP_06_a_decision_with_a_day_in_it_still_is_one(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        await bot.As("郑文").Says(said);

        Assert.Equal(0, await PendingAsync(bot));
    }

    [Fact]
    public async Task Of_a_rep_it_stays_a_to_do()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says("明天下午提醒我看东岭阀门的合同")).Hears("待办已添加");
    }

    private static Task<int> PendingAsync(TestBot bot) => bot.Look(db => db.Approvals.CountAsync(a => a.Status == ApprovalStatus.Pending && (a.Kind == ApprovalKind.Contract)));
}
