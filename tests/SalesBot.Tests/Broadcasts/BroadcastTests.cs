using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Broadcasts;

/// <summary>An emergency reaches everybody of somebody's line at once, and who has read it is seen (AL-10).</summary>
public sealed class BroadcastTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AL_10_an_emergency_is_read_back_sent_to_all_and_confirmed_once(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.As("Kevin Doyle").InEnglish().Says("help");
        var director = bot.As("何建国");
        (await director.Says("紧急通知：今天下午办公室停电，客户拜访改线上")).Hears("立即发给 10 人吗", "今天下午办公室停电，客户拜访改线上", "不能撤销");
        Assert.Equal(0, await bot.Look(db => db.Broadcasts.CountAsync()));

        (await director.Presses("立即发送")).Hears("紧急通知已发给 10 人", "不能撤销");
        var rep = bot.As("赵磊");
        await rep.IsTold("紧急通知 · 何建国", "今天下午办公室停电，客户拜访改线上", "收到");
        await bot.As("Kevin Doyle").IsTold("Emergency broadcast from Jack He", "Got it");

        (await rep.Presses("收到")).Hears("您已于 3月11日 周三 10:00 确认收到");
        await bot.PassAsync(TimeSpan.FromMinutes(5));
        await rep.Forges("confirm_broadcast", ("broadcast", await KeyAsync(bot)));
        rep.Hears("您已于 3月11日 周三 10:00 确认收到");
        (await director.Says("谁还没确认收到")).Hears("已确认 1 人 · 未确认 9 人", "已确认：赵磊", "Kevin Doyle").DoesNotHear("未确认：赵磊");
        Assert.True(await bot.Look(db => db.Audit.AnyAsync(a => a.Command == "broadcast" && a.Changes.Contains("Broadcast"))));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AL_10_the_others_are_reminded_once(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var director = bot.As("何建国").InEnglish();
        await director.Says("emergency broadcast: the office is closed, work from home");
        await director.Says("yes");
        director.Hears("Emergency broadcast sent to 10 people");
        await bot.As("赵磊").IsTold("the office is closed");
        await bot.As("赵磊").Presses("收到");

        (await director.Says("who has not confirmed")).Hears("Confirmed: 1 · not yet: 9", "Remind the 9 others");
        await director.Presses("Remind the 9 others");
        director.Hears("The others were reminded");
        await bot.As("刘晨").IsTold("再次提醒", "the office is closed");
        Assert.DoesNotContain(await bot.As("赵磊").SeenAsync(), heard => heard.Text.Contains("再次提醒", StringComparison.Ordinal));
        await bot.PassAsync(TimeSpan.FromMinutes(3));
        (await director.Forges("remind_broadcast", ("broadcast", await KeyAsync(bot)))).Hears("reminded already");
        Assert.Single(await bot.As("刘晨").SeenAsync(), heard => heard.Text.Contains("再次提醒", StringComparison.Ordinal));
        await bot.As("刘晨").Presses("收到");
        (await director.Says("who hasn't confirmed the broadcast yet")).Hears("Confirmed: 2 · not yet: 8");
    }

    [Fact]
    public async Task AL_10_the_yes_sends_it_once_and_undo_says_that_it_stays()
    {
        await using var bot = await TestBot.StartAsync();
        var director = bot.As("何建国");
        await director.Says("通知全员：明早仓库盘点");
        await director.Presses("立即发送");
        var key = await KeyAsync(bot);
        await bot.PassAsync(TimeSpan.FromMinutes(5));
        await director.Says("撤销");
        director.Hears("不能撤销");
        Assert.Equal(key, await KeyAsync(bot));

        await director.Says("紧急通知：第二条");
        var card = (await director.SeenAsync()).Last(h => h.Buttons.Any(b => b.Verb == "broadcast")).Buttons.First(b => b.Verb == "broadcast");
        await director.Presses("立即发送");
        await bot.PassAsync(TimeSpan.FromDays(1));
        await director.Forges("broadcast", [.. card.Data.Select(d => (d.Key, d.Value))]);
        Assert.Equal(2, await bot.Look(db => db.Broadcasts.CountAsync()));
        await director.Says("紧急通知：第三条");
        await director.Says("算了");
        Assert.Equal(2, await bot.Look(db => db.Broadcasts.CountAsync()));
    }

    [Fact]
    public async Task AL_10_at_night_and_during_a_pause_it_is_sent_all_the_same()
    {
        await using var bot = await TestBot.StartAsync();
        var director = bot.As("何建国");
        await director.Says("暂停所有提醒到周五，因为系统迁移");
        await bot.PassAsync(TimeSpan.FromHours(13));
        await director.Says("紧急通知：系统故障，先别改数据");
        await director.Says("好");
        await bot.As("刘晨").IsTold("系统故障，先别改数据");
    }

    [Fact]
    public async Task AL_10_a_regional_manager_reaches_the_own_line_and_a_rep_is_told_who_may()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("紧急通知：今天停电")).Hears("紧急通知", "区域经理", "销售总监", "系统管理员");
        (await bot.As("王芳").Says("紧急通知：今天停电")).Hears("区域经理");
        (await bot.As("Kevin Doyle").InEnglish().Says("urgent notice: no power")).Hears("regional manager, sales director, administrator");
        Assert.Equal(3, await bot.Look(db => db.Audit.CountAsync(a => a.Refused && a.Command == "broadcast")));

        var regional = bot.As("孙丽");
        (await regional.Says("紧急通知：今天停电")).Hears("立即发给 5 人吗");
        await regional.Presses("立即发送");
        Assert.Equal(["P1", "P2", "P3", "P4", "P5"], await bot.Look(db => db.BroadcastCopies.Select(c => c.Person.Key).OrderBy(k => k).ToListAsync()));
        (await bot.As("何建国").Says("谁还没确认收到")).Hears("您还没有发过紧急通知");
        (await bot.As("何建国").Forges("broadcast_status", ("broadcast", await KeyAsync(bot)))).Hears("没有找到该记录");
        (await bot.As("郑文").Forges("confirm_broadcast", ("broadcast", await KeyAsync(bot)))).Hears("没有找到该记录");
    }

    [Fact]
    public async Task AL_10_who_left_gets_none_and_is_not_waited_for()
    {
        await using var bot = await TestBot.StartAsync();
        await LeaveAsync(bot, "刘晨");
        var regional = bot.As("孙丽");
        (await regional.Says("紧急通知：今天停电")).Hears("立即发给 4 人吗");
        await regional.Presses("立即发送");
        await LeaveAsync(bot, "赵磊");
        (await regional.Says("谁还没确认收到")).Hears("已确认 0 人 · 未确认 3 人", "已离职：赵磊");
        await regional.Presses("提醒未确认的 3 人");
        await bot.DeliverAsync();
        Assert.DoesNotContain(await bot.As("赵磊").SeenAsync(), heard => heard.Text.Contains("再次提醒", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AL_10_too_long_a_text_is_not_sent_and_a_bare_order_asks_what_it_is()
    {
        await using var bot = await TestBot.StartAsync();
        var director = bot.As("何建国");
        (await director.Says("紧急通知：" + new string('电', 1500))).Hears("最多 1,000 个字");
        (await director.Says("紧急通知：" + new string('电', 1000))).Hears("立即发给 10 人吗");
        await director.Says("算了");
        (await director.Says("发一条紧急通知")).Hears("要通知大家什么");
        (await director.Says("今晚八点系统停机")).Hears("立即发给 10 人吗", "今晚八点系统停机");
        await director.Says("好");
        Assert.Equal("今晚八点系统停机", await bot.Look(db => db.Broadcasts.Select(b => b.Content).SingleAsync()));
    }

    [Fact]
    public async Task AL_10_it_is_confirmed_in_words_and_leaves_what_was_done_before_to_be_undone()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("收到紧急通知")).Hears("没有发给您的紧急通知");
        await bot.As("何建国").Says("紧急通知：今天停电");
        await bot.As("何建国").Says("好");
        await rep.Says("提醒我明天给东岭阀门打电话");
        (await rep.Says("收到紧急通知")).Hears("确认收到");
        await rep.Says("撤销");
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));
        Assert.Equal(1, await bot.Look(db => db.BroadcastCopies.CountAsync(c => c.ConfirmedAt != null)));
    }

    private static Task<string> KeyAsync(TestBot bot) => bot.Look(db => db.Broadcasts.OrderBy(b => b.Id).Select(b => b.Key).FirstAsync());

    /// <summary>As an administrator would have it: the chart of people is read anew.</summary>
    private static async Task LeaveAsync(TestBot bot, string name)
    {
        await bot.Look(db => db.People.Where(p => p.Name == name).ExecuteUpdateAsync(s => s.SetProperty(p => p.Active, false)));
        bot.Get<SalesBot.Conversation.CompanyCaches>().Org.Forget();
    }

    [Theory]
    [InlineData("好的，收到，谢谢", false)]
    [InlineData("ok got that", true)]
    [InlineData("understood", true)]
    public async Task AL_10_a_nod_right_after_it_confirms_the_broadcast_and_a_later_one_does_not(string nod, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var director = bot.As("何建国");
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "my deals" : "我的商机");
        await bot.PassAsync(TimeSpan.FromMinutes(5));
        await director.Says("紧急通知：明早全员线上例会");
        await director.Presses("立即发送");
        await rep.Says(nod);
        await bot.PassAsync(TimeSpan.FromMinutes(5));
        var other = bot.As("刘晨");
        await other.Says("我的待办");
        await bot.PassAsync(TimeSpan.FromMinutes(5));
        await other.Says("收到");
        var confirmed = await bot.Look(db => db.BroadcastCopies.Where(c => c.ConfirmedAt != null).Select(c => c.PersonId).ToListAsync());
        Assert.Equal([(await bot.PersonAsync("赵磊")).Id], confirmed);
    }

    [Theory]
    [InlineData("通知大家周四上午十点盘点", "周四上午十点盘点")]
    [InlineData("跟团队说一声明天早会改到九点", "明天早会改到九点")]
    [InlineData("发个通知：周五停电", "周五停电")]
    [InlineData("tell the team the demo moves to Monday", "the demo moves to Monday")]
    [InlineData("let everyone know that the office is closed on Friday", "the office is closed on Friday")]
    public async Task AL_10_a_notice_to_all_without_the_word_emergency_is_read_back_and_not_sent(string said, string content)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("何建国").Says(said)).Hears("立即发给", content);
        (await bot.As("赵磊").Says(said)).Hears("紧急通知", "销售总监");
        Assert.Equal(0, await bot.Look(db => db.Broadcasts.CountAsync()));
    }

    [Theory]
    [InlineData("通知大家了吗")]
    [InlineData("告诉我大家的业绩")]
    [InlineData("跟大家聊了一下东岭阀门的方案")]
    [InlineData("和团队去了东岭阀门")]
    [InlineData("let the team handle 东岭阀门")]
    [InlineData("提醒我通知大家周五开会")]
    [InlineData("通知了大家周五开会，东岭阀门的周总也来")]
    public async Task What_asks_or_tells_of_a_notice_sends_none(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("何建国").Says(said)).DoesNotHear("立即发给");
    }

    [Theory]
    [InlineData("谁还没回执")]
    [InlineData("哪些人没回复通知")]
    [InlineData("通知还有谁没看")]
    [InlineData("who still hasn't read the notice")]
    public async Task AL_10_who_has_not_confirmed_is_asked_in_other_words(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var director = bot.As("何建国");
        await director.Says("通知大家周四上午十点盘点");
        await director.Presses("立即发送");
        (await director.Says(said)).Hears("未确认 10 人");
    }
}
