using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>Words that sound like an order or a report and are none, or another one.</summary>
public sealed class NothingOfItTests
{
    [Theory]
    [InlineData("百川真是太烦了，天天变")]
    [InlineData("百川水务 are driving me nuts")]
    public async Task Who_is_annoyed_was_not_in_touch(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync(f => f.Content.Contains("烦") || f.Content.Contains("nuts"))));
    }

    [Theory]
    [InlineData("drop 百川水务 a line on friday")]
    [InlineData("drop 百川水务 an email thursday morning")]
    public async Task To_drop_somebody_a_line_gives_nobody_away(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").InEnglish().Says(said)).Hears("To-do added").DoesNotHear("released");
    }

    [Theory]
    [InlineData("周总同意128万了，就等签字")]
    [InlineData("东岭阀门 sign off end of next week")]
    public async Task What_their_people_agree_to_is_no_decision_of_ours(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).DoesNotHear("权限范围", "not something");
    }

    [Theory]
    [InlineData("百川水务的回款情况")]
    [InlineData("所以平台是250万")]
    public async Task A_look_or_a_sum_is_no_next_step(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("刚给东岭阀门周总打了电话，他说再看看");
        (await rep.Says(said)).DoesNotHear("待办已添加", "下一步已定");
    }

    [Fact]
    public async Task A_change_of_mind_at_the_end_leaves_it_as_it_was()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("boss wants 5% off at most, so put 百川水务平台 at 2.4m... hmm no leave it for now");
        Assert.Equal(2_600_000m, await bot.Look(db => db.Deals.Where(d => d.Key == "D5").Select(d => d.Amount).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_was_not_reached_is_named_and_nobody_else()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("called 东岭阀门, spoke with 周国平 about the price");
        await rep.Says("Called 东岭阀门 again, Ned wasn't in, left a message");
        Assert.Equal("Ned", await bot.Look(db => db.FollowUps.OrderByDescending(f => f.Id).Select(f => f.With).FirstAsync()));
    }

    [Fact]
    public async Task A_note_that_tells_of_nobody_is_not_put_into_anybodys_mouth()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("刚和东岭阀门周总通电话，方案认可");
        await rep.Says("看看东岭阀门");
        (await rep.Says("记一下：东岭阀门要求质保18个月")).DoesNotHear("按上次", "周国平");
    }
}
