using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>An undo that names something takes back what fits all of it; of several, and where none fits, the nearest are offered and nothing is changed.</summary>
public sealed class NearestActsTests
{
    [Theory]
    [InlineData("撤销百川的跟进", false)]
    [InlineData("undo the 百川水务 follow-up", true)]
    public async Task Of_two_reports_it_is_asked_which(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("log_followup", ("deal", "D5"), ("content", "看了中控室"));
        await rep.Forges("log_followup", ("deal", "D5"), ("content", "谈了付款方式"));
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        (await rep.Says(said)).Hears("看了中控室", "谈了付款方式").DoesNotHear("700,000");
        Assert.Equal(2, await bot.Look(db => Task.FromResult(db.FollowUps.Count())));
        await rep.Presses(english ? "Undo" : "撤销");
        Assert.Equal("谈了付款方式", await bot.Look(db => Task.FromResult(db.FollowUps.Single().Content)));
    }

    [Theory]
    [InlineData("撤销凌云能耗的金额修改", false)]
    [InlineData("撤回凌云那次金额的调整", false)]
    [InlineData("undo the price change on 凌云电缆", true)]
    [InlineData("take back the amount update of 凌云电缆能耗", true)]
    public async Task A_field_and_its_record_name_the_act_however_many_came_after(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D3"), ("amount", "9000000"));
        await rep.Forges("update_close_date", ("deal", "D3"), ("close_date", "2026-04-30"));
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        await rep.Forges("log_followup", ("deal", "D3"), ("content", "金额的事再谈"));
        (await rep.Says(said)).Hears("¥1,450,000");
        Assert.Equal((1_450_000m, 700_000m, new DateOnly(2026, 4, 30), 1), await bot.Look(db => Task.FromResult((db.Deals.Single(d => d.Key == "D3").Amount!.Value, db.Deals.Single(d => d.Key == "D1").Amount!.Value, db.Deals.Single(d => d.Key == "D3").CloseDate!.Value, db.FollowUps.Count()))));
    }

    [Theory]
    [InlineData("撤销刚才那个调试排期表的完成", false)]
    [InlineData("调试排期表还没做，恢复成未完成", false)]
    [InlineData("不对，我说的是泵业的，你划错了，调试排期表那个恢复", false)]
    [InlineData("勾错了，把调试排期表重新打开", false)]
    [InlineData("I ticked the wrong thing, reopen the commissioning schedule", true)]
    [InlineData("undo the commissioning schedule tick", true)]
    [InlineData("commissioning schedule is not done yet, put it back on my list", true)]
    [InlineData("you ticked the wrong one, reopen the commissioning schedule", true)]
    public async Task A_to_do_that_is_named_means_its_tick_whatever_was_done_since(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        var title = english ? "Commissioning schedule" : "调试排期表";
        await rep.Forges("add_task", ("content", title), ("date", "2026-03-13"), ("deal", "D1"));
        var key = await bot.Look(db => Task.FromResult(db.Todos.Single(t => t.Title == title).Key));
        await rep.Forges("complete_task", ("task", key));
        await rep.Forges("log_followup", ("deal", "D1"), ("content", title + " 给他们看过"));
        await rep.Forges("update_amount", ("deal", "D3"), ("amount", "1500000"));
        await rep.Says(said);
        Assert.Equal((true, 1, 1_500_000m), await bot.Look(db => Task.FromResult((db.Todos.Single(t => t.Key == key).DoneAt == null, db.FollowUps.Count(), db.Deals.Single(d => d.Key == "D3").Amount!.Value))));
    }

    [Theory]
    [InlineData("撤销叉车那次延期", false)]
    [InlineData("undo the handover of the forklift deal", true)]
    public async Task Where_none_fits_the_last_acts_are_offered_newest_first(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        await rep.Forges("log_followup", ("deal", "D5"), ("content", "看了中控室"));
        (await rep.Says(said)).Hears("东岭阀门MES", "看了中控室").DoesNotHear("✓");
        Assert.Equal((1, 700_000m), await bot.Look(db => Task.FromResult((db.FollowUps.Count(), db.Deals.Single(d => d.Key == "D1").Amount!.Value))));
    }

    [Theory]
    [InlineData("你记错了，周总没提交期的事", false)]
    [InlineData("你搞错了，东岭阀门不是这么说的", false)]
    [InlineData("you logged the wrong thing, 周总 never mentioned delivery", true)]
    [InlineData("that's not what I said, 东岭阀门 only asked about delivery", true)]
    public async Task A_complaint_about_the_bot_is_no_report(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("log_followup", ("deal", "D1"), ("content", "交期定了"));
        await rep.Forges("update_amount", ("deal", "D3"), ("amount", "1500000"));
        (await rep.Says(said)).DoesNotHear("✓");
        Assert.Equal((1, 1_500_000m), await bot.Look(db => Task.FromResult((db.FollowUps.Count(), db.Deals.Single(d => d.Key == "D3").Amount!.Value))));
    }

    [Theory]
    [InlineData("不是，寄样机那个已经做完了，划掉就行", false)]
    [InlineData("不对 寄样机那条是做完了的 勾掉", false)]
    [InlineData("no, the sample machine one is done, tick it off", true)]
    public async Task Another_to_do_that_is_done_is_ticked_and_the_last_act_stays(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("add_task", ("content", english ? "Send the sample machine" : "给泵业寄样机"), ("date", "2026-03-13"));
        await rep.Forges("add_task", ("content", english ? "Print flyers" : "印彩页"), ("date", "2026-03-13"));
        await rep.Says(english ? "move print flyers to monday" : "印彩页推到下周一");
        await rep.Says(said);
        Assert.Equal((1, new DateOnly(2026, 3, 16)), await bot.Look(db => Task.FromResult((db.Todos.Count(t => t.DoneAt != null), db.Todos.Single(t => t.DoneAt == null).DueOn!.Value))));
    }
}
