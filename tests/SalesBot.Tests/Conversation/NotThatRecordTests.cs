using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>“不是X，是Y”: an act that went to the wrong record is taken back there and done to the right one.</summary>
public sealed class NotThatRecordTests
{
    [Theory]
    [InlineData("错了错了，我说的是百川水务平台，不是东岭阀门MES，快撤", "确认", false)]
    [InlineData("不是东岭阀门MES，是百川水务平台", "确认", false)]
    [InlineData("wrong one, I meant 百川水务平台, not 东岭阀门MES", "Yes", true)]
    [InlineData("that was the wrong deal, not 东岭阀门MES but 百川水务平台", "Yes", true)]
    public async Task The_amount_goes_back_there_and_is_asked_for_here(string said, string yes, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "2700000"));
        await rep.Forges("add_task", ("content", "印彩页"), ("date", "2026-03-16"));
        await rep.Says(said);
        rep.Hears("¥680,000", "¥2,700,000", "百川水务平台");
        Assert.Equal((680_000m, 2_600_000m, 1), await State(bot));
        await rep.Presses(yes);
        Assert.Equal((680_000m, 2_700_000m, 1), await State(bot));
    }

    [Theory]
    [InlineData("不对，我说的是凌云电缆能耗，不是百川水务平台", false)]
    [InlineData("no, I meant 凌云电缆能耗, not 百川水务平台", true)]
    public async Task What_alerts_nobody_is_done_at_once(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("update_close_date", ("deal", "D5"), ("close_date", "2026-05-29"));
        await rep.Says(english ? "what's on today" : "今天有什么安排");
        await rep.Says(said);
        Assert.Equal((new DateOnly(2026, 6, 30), new DateOnly(2026, 5, 29)), await bot.Look(db => Task.FromResult((db.Deals.Single(d => d.Key == "D5").CloseDate!.Value, db.Deals.Single(d => d.Key == "D3").CloseDate!.Value))));
    }

    private static Task<(decimal, decimal, int)> State(TestBot bot) =>
        bot.Look(db => Task.FromResult((db.Deals.Single(d => d.Key == "D1").Amount!.Value, db.Deals.Single(d => d.Key == "D5").Amount!.Value, db.Todos.Count())));
}
