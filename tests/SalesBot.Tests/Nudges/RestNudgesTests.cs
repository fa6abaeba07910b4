using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.Promises;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>All nudges about one customer rest for a while, to-dos stay (AL-01, AL-07); what rests until something happens wakes up with it.</summary>
public sealed class RestNudgesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AL_01_what_was_told_of_a_customer_rests_and_is_told_again_when_it_is_still_so(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.StandStillAsync(9, "D1", "D3");
        await bot.RoundAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("add_task", ("content", "寄样本"), ("customer", "C1"), ("date", "2026-03-12"));

        (await rep.Says("这周别再提醒我东岭阀门")).Hears("东岭阀门 的提醒暂停到 3月16日 周一", "现在停着的：1 条提醒", "停滞提醒只暂停到 3月14日", "说明原因", "恢复某客户的提醒");

        Assert.Equal(new DateOnly(2026, 3, 12), await bot.Look(db => db.Todos.Where(t => t.Title == "寄样本").Select(t => t.DueOn).SingleAsync()));
        var (resting, other) = (await MineAsync(bot, "D1"), await MineAsync(bot, "D3"));
        Assert.Equal((FindingState.Waiting, new DateTimeOffset(2026, 3, 14, 9, 0, 0, TimeSpan.FromHours(8)), FindingState.Told), (resting.State, resting.SnoozedUntil, other.State));
        await bot.RoundsAsync(TimeSpan.FromDays(1));
        Assert.Equal(FindingState.Waiting, (await MineAsync(bot, "D1")).State);
        await bot.RoundsAsync(TimeSpan.FromDays(5));
        Assert.Equal(FindingState.Told, (await MineAsync(bot, "D1")).State);
    }

    [Fact]
    public async Task AL_01_what_is_found_meanwhile_rests_too_and_comes_at_once_when_it_is_wanted_again()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("东岭阀门的提醒先停到下周三")).Hears("东岭阀门 的提醒暂停到 3月18日 周三", "目前没有未处理的提醒");
        await bot.StandStillAsync(9, "D1", "D3");
        await bot.RoundAsync();

        Assert.Equal((FindingState.Waiting, FindingState.Told), ((await MineAsync(bot, "D1")).State, (await MineAsync(bot, "D3")).State));
        var manager = (await bot.PersonAsync("王芳")).Id;
        Assert.Equal(FindingState.Told, (await bot.FoundAsync()).Single(f => f.SubjectKey == "D1" && f.PersonId == manager).State);

        (await rep.Says("恢复东岭阀门的提醒")).Hears("东岭阀门 的提醒已恢复");
        (await rep.Says("恢复东岭阀门的提醒")).Hears("东岭阀门 的提醒没有暂停");
        await bot.RoundAsync();
        Assert.Equal(FindingState.Told, (await MineAsync(bot, "D1")).State);
    }

    [Theory]
    [InlineData("3月20号前不要提醒我百川水务的事", "百川水务 的提醒暂停到 3月20日", false)]
    [InlineData("百川水务这边下周别催我", "百川水务 的提醒暂停到 3月23日", false)]
    [InlineData("暂停百川水务的提醒到周五", "百川水务 的提醒暂停到 3月13日", false)]
    [InlineData("这个月先不要通知我凌云电缆能耗", "凌云电缆能耗 的提醒暂停到 3月25日 周三，到时", false)]
    [InlineData("please stop pinging me about 百川水务 this week", "Nudges about 百川水务 rest until Mon 16 Mar", true)]
    [InlineData("don't remind me about 百川水务 until Friday", "Nudges about 百川水务 rest until Fri 13 Mar", true)]
    [InlineData("mute the alerts for 百川水务 for five days", "Nudges about 百川水务 rest until Mon 16 Mar", true)]
    [InlineData("no more nudges about 百川水务 this month", "nudges rest for 14 days at most", true)]
    public async Task AL_01_it_is_said_in_many_ways_in_both_languages(string said, string hears, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        (await rep.Says(said)).Hears(hears);
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Fact]
    public async Task AL_01_without_a_day_it_is_asked_for_and_a_day_that_is_past_is_none()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("别再催我百川水务了")).Hears("百川水务 的提醒暂停到什么时候", "3 天后", "14 天后");
        (await rep.Presses("3 天后")).Hears("百川水务 的提醒暂停到 3月14日");
        (await rep.Forges("rest_nudges", ("customer", "C5"), ("date", "2026-03-01"))).Hears("从明天起");
        await rep.Forges("rest_nudges", ("customer", "C8"), ("date", "2026-03-13"));
        Assert.Equal(["rest/P2/C5"], await bot.Look(db => db.Settings.Where(s => s.Name.StartsWith("rest/")).Select(s => s.Name).ToListAsync()));
    }

    [Theory]
    [InlineData("周五提醒我给百川水务发资料")]
    [InlineData("别忘了提醒我联系百川水务")]
    [InlineData("你提醒过我百川水务的什么事？")]
    [InlineData("remind me about 百川水务 on Friday")]
    [InlineData("did you stop nudging me about 百川水务?")]
    public async Task AL_01_a_reminder_that_is_wanted_and_a_question_let_nothing_rest(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(0, await bot.Look(db => db.Settings.CountAsync(s => s.Name.StartsWith("rest/"))));
    }

    [Fact]
    public async Task AL_01_a_nudge_that_rests_until_a_quote_is_sent_wakes_up_with_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.StandStillAsync(9, "D1");
        await bot.RoundAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("东岭阀门等报价出了再提醒我")).Hears("暂停到报价提交");
        await rep.Forges("submit_quote", ("deal", "D3"), ("discount", "0.95"));
        await bot.RoundAsync();
        Assert.Equal(FindingState.Waiting, (await MineAsync(bot, "D1")).State);

        await rep.Forges("submit_quote", ("deal", "D1"), ("discount", "0.95"));
        await bot.RoundAsync();
        Assert.Equal(FindingState.Cleared, (await MineAsync(bot, "D1")).State);
        await bot.As("王芳").Forges("approve", ("deal", "D1"));
        await bot.RoundAsync();
        Assert.Equal(FindingState.Told, (await MineAsync(bot, "D1")).State);
    }

    [Fact]
    public async Task AL_01_a_nudge_that_rests_until_the_stage_changes_wakes_up_with_it()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门答应周四给我们清单");
        await bot.RoundsAsync(TimeSpan.FromDays(1));
        var promise = Assert.Single(await bot.FoundAsync(), f => f.Rule == "promise");
        Assert.Equal(FindingState.Told, promise.State);
        await rep.Forges("snooze_nudge", ("finding", $"{promise.Id}"), ("until", "stage"));
        rep.Hears("暂停到阶段变化");

        await rep.Forges("move_stage", ("deal", "D3"), ("stage", "proposal"));
        await bot.RoundAsync();
        Assert.Equal(FindingState.Waiting, (await bot.FoundAsync()).Single(f => f.Rule == "promise").State);
        await rep.Forges("move_stage", ("deal", "D1"), ("stage", "negotiation"));
        await bot.RoundAsync();
        Assert.Equal(FindingState.Told, (await bot.FoundAsync()).Single(f => f.Rule == "promise").State);
    }

    [Fact]
    public async Task A_promise_whose_day_is_moved_is_told_on_its_new_day_and_not_before()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门答应周四给我们清单");
        await rep.Says("东岭阀门的承诺");
        (await rep.Says("改到下周三")).Hears("3月18日");
        await bot.RoundsAsync(TimeSpan.FromDays(6));
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.Rule == "promise" && f.State == FindingState.Told);

        await bot.RoundsAsync(TimeSpan.FromDays(1));
        Assert.Single(await bot.FoundAsync(), f => f.Rule == "promise" && f.State == FindingState.Told && f.ToldAt >= new DateTimeOffset(2026, 3, 18, 0, 0, 0, TimeSpan.FromHours(8)));
        await rep.Says("东岭阀门的承诺");
        await rep.Says("清单收到了");
        await bot.RoundAsync();
        Assert.Equal(PromiseState.Kept, await bot.Look(db => db.Promises.Select(p => p.State).SingleAsync()));
        Assert.All((await bot.FoundAsync()).Where(f => f.Rule == "promise"), f => Assert.Equal(FindingState.Cleared, f.State));
    }

    [Fact]
    public async Task AL_09_another_payment_plan_is_reminded_of_by_its_own_days()
    {
        await using var bot = await Contracts.SignedContract.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆合同付款计划：签约30%，发货70%，3月13日、6月1日");
        await rep.Says("是");
        await bot.RoundsAsync(TimeSpan.FromDays(1));
        Assert.Single(await bot.FoundAsync(), f => f.Rule == "payment_soon" && f.State == FindingState.Told);

        await rep.Says("凌云电缆合同付款计划：签约30%，发货70%，3月20日、6月1日");
        await rep.Says("是");
        await bot.RoundsAsync(TimeSpan.FromHours(3));
        Assert.Single(await bot.FoundAsync(), f => f.Rule == "payment_soon");
        await bot.RoundsAsync(TimeSpan.FromDays(7));
        Assert.Single(await bot.FoundAsync(), f => f.Rule == "payment_soon" && f.ToldAt > TestBot.Start.AddDays(4));
    }

    private static async Task<Finding> MineAsync(TestBot bot, string deal)
    {
        var me = (await bot.PersonAsync("赵磊")).Id;
        return Assert.Single(await bot.FoundAsync(), f => f.Rule == "stalled" && f.SubjectKey == deal && f.PersonId == me);
    }
}
