using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.FollowUps;

/// <summary>The short forms that the requirements name are what they say, whatever stands behind them.</summary>
public sealed class SlashTests
{
    [Fact]
    public async Task FU_01_slash_follow_up_logs_one_and_moves_no_stage()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says("/跟进 凌云电缆能耗 电话 方案认可 下周四再去")).Hears("跟进已记录", "方案认可", "3月19日 周四");

        Assert.Equal("call", await bot.Look(db => db.FollowUps.Select(f => f.Method).SingleAsync()));
    }

    [Theory]
    [InlineData("/商机 东岭阀门MES 动态", "互动轨迹", false)]
    [InlineData("/备战 客户东岭阀门", "备战 东岭阀门", false)]
    [InlineData("/deal Quarry Stone EMS news", "timeline", true)]
    public async Task FU_02_and_FU_03_slash_forms_answer_at_once(string said, string answer, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        (await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said)).Hears(answer);
    }
}
