using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

public sealed class PipelineTests
{
    [Fact]
    public async Task Stages_are_counted_summed_and_weighted_per_currency()
    {
        await using var bot = await TestBot.StartAsync();
        var regional = bot.As("孙丽");

        await regional.Forges("pipeline", ("scope", "team"));

        regional.Hears("销售漏斗", "团队", "4 个 · ¥5,040,000 · 加权 ¥3,252,000", "方案提交 · 2 个", "¥3,280,000", "1 个 · $88,000 · 加权 $35,200");
    }

    [Fact]
    public async Task A_rep_hears_of_own_deals_only_in_words()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("刘晨").InEnglish();

        await rep.Says("pipeline");

        rep.Hears("1 deal · ¥310,000 · weighted ¥124,000").DoesNotHear("$88,000");
    }

    [Fact]
    public async Task The_forecast_is_for_this_quarter_and_counts_what_was_won()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("这季度能落多少");
        rep.Hears("业绩预测", "1 个 · ¥1,450,000 · 加权 ¥1,160,000").DoesNotHear("已赢单");

        await rep.Forges("win_deal", ("deal", "D3"));
        await rep.Forges("forecast", ("period", "this_quarter"));
        rep.Hears("已赢单：1 个，¥1,450,000", "没有符合的进行中商机");
    }

    [Fact]
    public async Task An_unknown_person_or_period_is_said()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");

        await manager.Forges("pipeline", ("person", "nobody"));
        manager.Hears("没有找到叫“nobody”的同事");
        await manager.Forges("forecast", ("period", "sometime"));
        manager.Hears("没能把“sometime”读成一段时间");
    }
}
