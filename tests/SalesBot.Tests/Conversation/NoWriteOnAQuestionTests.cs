using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>What is asked, forbidden to a role on a guess, or put right of somebody else writes nothing.</summary>
public sealed class NoWriteOnAQuestionTests
{
    [Theory]
    [InlineData("凌云 - 他们说培训推到十五号了，系统里有吗", "凌云电缆")]
    [InlineData("百川水务说周五签了，记了吗", "百川水务")]
    [InlineData("东岭阀门的周总说样机收到了, is that in the system?", "东岭阀门")]
    public async Task Whether_it_is_on_record_is_shown(string said, string shown)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears(shown).DoesNotHear("✓", "对吗");
    }

    [Theory]
    [InlineData("下周三之前谁有报价要发")]
    [InlineData("月底前哪些单子要签")]
    [InlineData("who has a contract to sign before friday")]
    [InlineData("东岭阀门和凌云这两单丢了没写原因吧")]
    public async Task A_question_about_others_writes_nothing(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").Says(said)).DoesNotHear("✓");
    }

    [Theory]
    [InlineData("啊搞错了 他们那边姓周 周总")]
    [InlineData("wrong, her name is Kim")]
    [InlineData("弄错了，名字叫周国安")]
    public async Task A_name_put_right_takes_no_older_act_back(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("凌云电缆能耗改成150万")).Hears("金额已修改");
        await rep.Says("我的待办");
        (await rep.Says(said)).DoesNotHear("✓");
        Assert.Equal(1_500_000m, (await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D3")))).Amount);
    }

    [Theory]
    [InlineData("把付款改成442 再交一次")]
    [InlineData("yes do it")]
    public async Task What_the_role_does_not_have_is_no_attempt_on_a_guess(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES");
        (await rep.Says(said)).DoesNotHear("已记录", "权限");
    }

    [Fact]
    public async Task A_day_put_right_stays_with_its_record()
    {
        await using var bot = await TestBot.StartAsync();
        var boss = bot.As("王芳");
        (await boss.Says("刚和东岭阀门周总吃了早饭 他松口了 周五前给他改好的合同稿")).Hears("跟进已记录");
        await boss.Says("凌云电缆能耗");
        await boss.Says("不对 下周二");
        boss.DoesNotHear("凌云");
        Assert.All(await bot.Look(db => Task.FromResult(db.FollowUps.Select(f => f.Customer!.Key).ToList())), key => Assert.Equal("C1", key));
    }

    [Fact]
    public async Task With_a_correction_what_it_corrected_is_taken_back_and_that_is_said()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗改成150万");
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        (await rep.Says("不对 是148万")).Hears("已更正");
        (await rep.Says("撤销")).Hears("¥1,450,000", "更正之前的那次也一并撤回");
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        await rep.Says("东岭阀门MES改成70万");
        (await rep.Says("撤销")).Hears("已撤销").DoesNotHear("更正之前");
    }
}
