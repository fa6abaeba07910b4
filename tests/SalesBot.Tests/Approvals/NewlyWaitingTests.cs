using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>“可以，通过” when the next card has come since the last decision.</summary>
public sealed class NewlyWaitingTests
{
    [Theory]
    [InlineData("zh-CN", "可以，通过", "百川水务平台", "确认")]
    [InlineData("en-US", "fine, approve", "百川水务平台", "Yes")]
    public async Task AP_06_a_yes_after_the_next_card_means_that_one_and_is_asked_once(string locale, string said, string next, string yes)
    {
        await using var bot = await TestBot.StartAsync();
        var legal = locale == "en-US" ? bot.As("郑文").InEnglish() : bot.As("郑文");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await legal.Says(said);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D5"));

        (await legal.Says(said)).Hears(next);
        Assert.Equal(1, await PendingAsync(bot));
        await legal.Presses(yes);
        Assert.Equal(0, await PendingAsync(bot));
    }

    [Theory]
    [InlineData("zh-CN", "可以，通过")]
    [InlineData("en-US", "fine, approve")]
    public async Task AP_06_of_several_it_is_asked_which(string locale, string said)
    {
        await using var bot = await TestBot.StartAsync();
        var legal = locale == "en-US" ? bot.As("郑文").InEnglish() : bot.As("郑文");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await legal.Says(said);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D5"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));

        (await legal.Says(said)).Hears("百川水务平台", "东岭阀门MES");
        Assert.Equal(2, await PendingAsync(bot));
    }

    [Fact]
    public async Task A_mere_yes_after_a_decision_decides_nothing_else()
    {
        await using var bot = await TestBot.StartAsync();
        var legal = bot.As("郑文");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await legal.Says("可以，通过");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D5"));

        (await legal.Says("好的")).DoesNotHear("百川");
        Assert.Equal(1, await PendingAsync(bot));
    }

    private static Task<int> PendingAsync(TestBot bot) => bot.Look(db => db.Approvals.CountAsync(a => a.Status == ApprovalStatus.Pending));
}
