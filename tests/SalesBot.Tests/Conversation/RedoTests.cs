using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>What was undone comes back by words, as the act that it was.</summary>
public sealed class RedoTests
{
    [Theory]
    [InlineData("撤错了")]
    [InlineData("恢复刚才撤的")]
    [InlineData("哎不该撤的，恢复一下")]
    [InlineData("undo the undo")]
    [InlineData("bring that back")]
    [InlineData("oh no, put it back please")]
    public async Task The_last_undo_is_taken_back(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = said[0] < 128 ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        await rep.Says(said[0] < 128 ? "undo" : "撤销");
        Assert.Equal(680_000, await Amount(bot));
        (await rep.Says(said)).Hears(said[0] < 128 ? "Brought back" : "已恢复", "¥700,000");
        Assert.Equal(700_000, await Amount(bot));

        // It stands again as it did, and can be taken back anew.
        await rep.Says(said[0] < 128 ? "undo" : "撤销");
        Assert.Equal(680_000, await Amount(bot));
    }

    [Theory]
    [InlineData("撤错了，把那条拜访恢复回来", false)]
    [InlineData("wrong one, put that visit back", true)]
    public async Task What_is_named_comes_back_though_something_else_was_undone_since(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("log_followup", ("deal", "D1"), ("content", "周总看了样机"), ("next_step", "寄报价"), ("next_date", "2026-03-16"));
        await rep.Says(english ? "undo" : "撤销");
        Assert.Equal(0, await bot.Look(db => Task.FromResult(db.FollowUps.Count())));
        await rep.Forges("update_amount", ("deal", "D3"), ("amount", "1500000"));
        await rep.Says(english ? "undo" : "撤销");
        (await rep.Says(said)).Hears("周总看了样机");
        Assert.Equal(("周总看了样机", 1, 1_450_000m), await bot.Look(db => Task.FromResult((db.FollowUps.Single().Content, db.Todos.Count(t => t.DoneAt == null), db.Deals.Single(d => d.Key == "D3").Amount!.Value))));
    }

    [Theory]
    [InlineData("撤错了，把那条电话记录恢复", false)]
    [InlineData("that undo was wrong, bring the call note back", true)]
    public async Task A_record_that_was_made_comes_back_with_what_hangs_on_it(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("create_customer", ("customer", "海宁纺机"), ("contact", "沈工"));
        await rep.Says(english ? "undo" : "撤销");
        await rep.Says(english ? "undo the undo" : "撤错了");
        Assert.Equal(1, await bot.Look(db => Task.FromResult(db.Customers.Count(c => c.Name == "海宁纺机"))));
        await rep.Forges("log_followup", ("deal", "D1"), ("content", "没打通"), ("method", "call"));
        await rep.Says(english ? "undo" : "撤销");
        await rep.Says(said);
        Assert.Equal(1, await bot.Look(db => Task.FromResult(db.FollowUps.Count())));
    }

    [Theory]
    [InlineData("撤错了", false)]
    [InlineData("redo", true)]
    public async Task Where_nothing_was_undone_that_is_said(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        (await rep.Says(said)).Hears(english ? "nothing to bring back" : "没有可以恢复的");
        Assert.Equal(700_000, await Amount(bot));
    }

    [Fact]
    public async Task Another_kind_than_was_undone_is_offered_and_not_taken()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        await rep.Says("撤销");
        (await rep.Says("撤错了，把请假恢复回来")).Hears("没有这一项", "东岭阀门MES");
        Assert.Equal(680_000, await Amount(bot));
        await rep.Presses("恢复");
        Assert.Equal(700_000, await Amount(bot));
    }

    private static Task<decimal> Amount(TestBot bot) => bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1").Amount!.Value));
}
