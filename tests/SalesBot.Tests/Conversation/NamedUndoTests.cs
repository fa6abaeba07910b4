using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Whoever names what is to be taken back never gets another act taken back instead.</summary>
public sealed class NamedUndoTests
{
    [Fact]
    public async Task The_change_of_the_named_customer_is_taken_back_though_another_came_after()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成90万");
        await rep.Says("百川水务平台预计成交推到7月底");
        await rep.Says("东岭阀门那个改价撤了吧");
        rep.Hears("已撤销", "东岭阀门MES", "¥900,000 → **¥680,000**");
        await rep.Says("这单现在什么情况");
        rep.DoesNotHear("2026年6月30日");
    }

    [Fact]
    public async Task The_named_act_is_taken_back_though_another_came_after()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成60万");
        await rep.Says("周总刚打电话说不砍了");
        await rep.Says("那个改价撤了");
        rep.Hears("已撤销", "¥600,000 → **¥680,000**");
    }

    [Theory]
    [InlineData("凌云电缆的改动撤销")]
    [InlineData("撤销丢单")]
    public async Task What_was_never_done_is_not_taken_back(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成90万");
        await rep.Says(text);
        rep.Hears("没有找到您说的这个改动");
        rep.DoesNotHear("已撤销");
    }

    [Fact]
    public async Task Both_are_taken_back_when_both_are_meant()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成90万");
        await rep.Says("百川水务平台改成280万");
        await rep.Says("两个都撤了");
        rep.Hears("¥2,800,000 → **¥2,600,000**", "¥900,000 → **¥680,000**");
    }

    [Fact]
    public async Task What_is_not_to_be_logged_is_not_logged()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("跟百川水务吃饭取消了，别记");
        rep.DoesNotHear("跟进已记录");
        await rep.Says("刚跟百川水务吃了饭");
        rep.Hears("跟进已记录");
        await rep.Says("哎那个没吃成 别记");
        rep.Hears("已撤销");
        rep.DoesNotHear("待办已添加");
    }

    [Fact]
    public async Task News_of_another_customer_corrects_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("new lead from the trade fair: Bergmann Textil, wants 40 gateways");
        rep.Hears("Lead created");
        await rep.Says("quarry stone signed!!! 95k in the end");
        rep.Hears("Quarry Stone");
        rep.DoesNotHear("corrected");
    }

    [Fact]
    public async Task A_question_to_the_bot_is_no_report()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("百川水务不是今天刚见过吗，为啥说没推进");
        manager.DoesNotHear("跟进已记录");
    }

    [Theory]
    [InlineData("撤销刚才百川那条，金额写错了", "百川水务平台", false)]
    [InlineData("百川那笔改动撤回，弄错了", "百川水务平台", false)]
    [InlineData("undo the 百川 change, wrong figure", "百川水务平台", true)]
    public async Task A_reason_beside_it_orders_nothing(string said, string taken, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says("百川水务平台改成280万");
        await rep.Says("凌云电缆能耗改成150万");
        (await rep.Says(said)).Hears(taken);
        Assert.Equal((2_600_000m, 1_500_000m), await bot.Look(db => Task.FromResult((db.Deals.Single(d => d.Key == "D5").Amount!.Value, db.Deals.Single(d => d.Key == "D3").Amount!.Value))));
    }

    [Theory]
    [InlineData("undo that crane thing", true)]
    [InlineData("take back the crane permits one, that was wrong", true)]
    [InlineData("撤销吊装许可那条，加错了", false)]
    public async Task Words_of_what_was_written_name_it(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "remind me to renew the crane permits on friday" : "提醒我周五办吊装许可");
        await rep.Says(english ? "remind me to buy stamps on monday" : "提醒我下周一买邮票");
        (await rep.Says(said)).Hears(english ? "Undone" : "已撤销");
        Assert.Equal([english ? "buy stamps" : "买邮票"], await bot.Look(db => Task.FromResult(db.Todos.Select(t => t.Title).ToList())));
    }

    [Theory]
    [InlineData("undo that gearbox thing, it's not done", "Renew gearbox oil", true)]
    [InlineData("undo the gearbox tick", "Renew gearbox oil", true)]
    [InlineData("gearbox oil isn't done yet, i ticked it by mistake", "Renew gearbox oil", true)]
    [InlineData("i ticked the gearbox oil by mistake", "Renew gearbox oil", true)]
    [InlineData("换齿轮油还没做完，勾错了", "换齿轮油", false)]
    [InlineData("撤销换齿轮油那条的勾，还没换", "换齿轮油", false)]
    public async Task A_tick_is_taken_back_however_many_acts_ago(string said, string title, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Forges("add_task", ("content", title), ("date", "2026-03-13"));
        await rep.Says(english ? "renew gearbox oil is done" : "换齿轮油做完了");
        await rep.Forges("log_followup", ("deal", english ? "D7" : "D1"), ("content", english ? "left a voicemail" : "没打通"));
        await rep.Says(said);
        Assert.Equal((1, true), await bot.Look(db => Task.FromResult((db.FollowUps.Count(), db.Todos.Single(t => t.Title == title).DoneAt == null))));
    }

    [Theory]
    [InlineData("undo the payment", true)]
    [InlineData("undo that forklift thing", true)]
    [InlineData("撤销请假", false)]
    [InlineData("把叉车那条撤了", false)]
    public async Task What_was_never_done_offers_the_last_act_by_its_name(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Forges("log_followup", ("deal", english ? "D7" : "D1"), ("content", english ? "left a voicemail" : "没打通"));
        (await rep.Says(said)).Hears(english ? "Log a follow-up" : "记录跟进").DoesNotHear("✓");
        Assert.Equal(1, await bot.Look(db => Task.FromResult(db.FollowUps.Count())));
        await rep.Presses(english ? "Undo" : "撤销");
        Assert.Equal(0, await bot.Look(db => Task.FromResult(db.FollowUps.Count())));
    }

    [Theory]
    [InlineData("undo the leave", true)]
    [InlineData("撤销请假那条", false)]
    public async Task The_kind_of_act_names_it(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "I'm off on friday" : "周五请假");
        await rep.Forges("log_followup", ("deal", english ? "D7" : "D1"), ("content", "x"));
        await rep.Says(said);
        Assert.Equal((0, 1), await bot.Look(db => Task.FromResult((db.Absences.Count(), db.FollowUps.Count()))));
    }

    [Theory]
    [InlineData("call the pool man has nothing to do with quarry stone, take it off")]
    public async Task A_to_do_that_is_named_is_not_the_last_act(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("remind me to call the pool man tomorrow");
        await rep.Forges("log_followup", ("deal", "D7"), ("content", "left a voicemail"));
        await rep.Says(said);
        Assert.Equal(1, await bot.Look(db => Task.FromResult(db.FollowUps.Count())));
    }
}
