using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People;

/// <summary>Who belongs where and reports to whom is told to everybody; it is no ranking.</summary>
public sealed class ShowTeamTests
{
    [Theory]
    [InlineData("我属于哪个组")]
    [InlineData("我的直属领导是谁")]
    [InlineData("谁是我领导")]
    [InlineData("我要向谁汇报")]
    [InlineData("我们团队都有哪些人")]
    [InlineData("我们小组几个人")]
    [InlineData("which team am I in?")]
    [InlineData("who is my boss")]
    [InlineData("who should I report to?")]
    [InlineData("who manages me")]
    [InlineData("who else is on my team")]
    [InlineData("show me my team members")]
    public async Task A_rep_hears_team_superior_and_colleagues(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("北区组", "王芳", "刘晨").DoesNotHear("赢单", "排行");
    }

    [Theory]
    [InlineData("我手下都有谁")]
    [InlineData("who are my reps")]
    [InlineData("who reports to me")]
    public async Task Whoever_leads_hears_whom_they_lead(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").Says(asked)).Hears("孙丽", "向您汇报的有", "赵磊", "刘晨").DoesNotHear("Kevin");
    }

    [Theory]
    [InlineData("法务部都有谁", "郑文")]
    [InlineData("who works in legal", "郑文")]
    [InlineData("who is our finance person", "吴敏")]
    [InlineData("财务有哪几位", "吴敏")]
    [InlineData("刘晨归谁管", "王芳")]
    [InlineData("who does Kevin report to", "Emma Novak")]
    [InlineData("Kevin在哪个组", "国际组")]
    [InlineData("who's in 国际组", "Kevin Doyle")]
    [InlineData("国际组有哪些人", "Kevin Doyle")]
    public async Task Departments_teams_and_colleagues_are_told_of(string asked, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears(heard).DoesNotHear("看不了", "排行");
    }

    [Fact]
    public async Task In_English_it_reads_as_a_sentence()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").InEnglish().Says("who do I answer to?")).Hears("You are sales rep in North and report to Fiona Wang");
    }
}
