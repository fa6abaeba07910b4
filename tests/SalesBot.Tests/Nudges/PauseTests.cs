using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Operation;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>Nudges stop for everybody or for who is on leave, for as long as that was said (AL-10, complaint 31).</summary>
public sealed class PauseTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AL_10_all_nudges_are_paused_with_a_reason_and_an_end_and_everybody_sees_it(Store store)
    {
        await using var bot = await StalledAsync(store);
        var director = bot.As("何建国");

        await director.Says("暂停所有提醒到周五，因为系统迁移");
        director.Hears("何建国 已暂停全部提醒，到 3月14日 周六 00:00 为止：系统迁移");

        Assert.Equal(0, await bot.TellAsync());
        (await bot.As("赵磊").Says("提醒规则")).Hears("何建国 已暂停全部提醒", "系统迁移");
        (await bot.As("刘晨").InEnglish().Forges("nudge_rule", ("rule", "stalled"))).Hears("Jack He has paused all nudges until");
        (await bot.As("王芳").Says("暂停所有提醒到周五，因为太吵")).DoesNotHear("已暂停全部提醒，到");
        (await bot.As("管理员").Says("恢复所有提醒")).Hears("暂停已结束");
        Assert.NotEqual(0, await bot.TellAsync());
        Assert.NotNull((await bot.Look(db => db.NudgePauses.SingleAsync())).EndedAt);
    }

    [Fact]
    public async Task AL_10_an_answer_that_may_have_meant_something_else_pauses_nothing_before_a_yes()
    {
        await using var bot = await StalledAsync(Store.Sqlite);
        var admin = bot.As("管理员");
        await admin.Says("暂停所有提醒");
        await admin.Says("太吵");

        await admin.Says("到周五");
        admin.Hears("确认把全部提醒暂停到 3月13日 周五（含当天）吗").DoesNotHear("已暂停");
        Assert.Equal(0, await bot.Look(db => db.NudgePauses.CountAsync()));
        (await admin.Says("好")).Hears("管理员 已暂停全部提醒");
    }

    [Fact]
    public async Task A_question_with_answers_of_the_moment_lets_other_orders_pass()
    {
        await using var bot = await StalledAsync(Store.Sqlite);
        await bot.StandStillAsync(9, "D1", "D3", "D5");
        await bot.RoundAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("等客户回复再提醒我")).Hears("指哪一条");

        (await rep.Says("百川水务怎么样")).Hears("百川水务").DoesNotHear("系统出错");
        (await rep.Says("算了")).DoesNotHear("系统出错");
        (await rep.Says("我的待办")).DoesNotHear("系统出错");
    }

    [Theory]
    [InlineData("pause all nudges until Friday because of the migration", "Jack He has paused all nudges until Sat 14 Mar 00:00: the migration")]
    [InlineData("pause all alerts", "Why are all nudges paused?")]
    public async Task AL_10_the_pause_is_ordered_in_english_and_ends_by_itself(string said, string hears)
    {
        await using var bot = await StalledAsync();
        (await bot.As("何建国").InEnglish().Says(said)).Hears(hears);
        await bot.As("何建国").InEnglish().Forges("pause_nudges", ("reason", "x"), ("date", "2026-03-13"));
        await bot.As("何建国").InEnglish().Forges("pause_nudges", ("reason", "x"), ("date", "2026-03-10"));
        Assert.Equal(0, await bot.TellAsync());
        await bot.PassAsync(TimeSpan.FromDays(5));
        Assert.NotEqual(0, await bot.TellAsync());
    }

    [Fact]
    public async Task AL_10_check_says_that_nudges_are_paused()
    {
        await using var bot = await StalledAsync(Store.Sqlite);
        // It looks at the machine's own time, as the jobs do.
        await bot.Look(async db =>
        {
            db.Add(new NudgePause { Key = "N1", CreatedAt = TestBot.Start.AddYears(-1), Until = TestBot.Start.AddYears(50), Reason = "停电", By = await db.People.FirstAsync(p => p.Name == "何建国") });
            return await db.SaveChangesAsync();
        });
        var (_, output) = await ServerProcess.RunAsync(["check", "--language", "zh-CN", "--database", bot.File]);
        Assert.Contains("何建国 已暂停全部提醒", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("我下周一到周三请假", false, "2026-03-16", "2026-03-18", "3月16日 周一 至 3月18日 周三 不给您发提醒")]
    [InlineData("明天请假", false, "2026-03-12", "2026-03-12", "请假已登记")]
    [InlineData("I'm on leave 16-18 March", true, "2026-03-16", "2026-03-18", "no nudge reaches you")]
    [InlineData("I'm on vacation from 16 March to 20 March", true, "2026-03-16", "2026-03-20", "Leave noted")]
    public async Task Who_is_on_leave_is_not_woken_and_hears_it_all_when_back(string said, bool english, string from, string to, string hears)
    {
        await using var bot = await StalledAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        (await rep.Says(said)).Hears(hears);
        var (first, last) = (DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((first, last), await bot.Look(db => db.Absences.Select(a => ValueTuple.Create(a.From, a.To)).SingleAsync()));

        await bot.PassAsync(first.ToDateTime(new TimeOnly(10, 0)) - new DateTime(2026, 3, 11, 10, 0, 0));
        await bot.TellAsync();
        Assert.Equal(FindingState.Waiting, (await MineAsync(bot)).State);
        await bot.PassAsync(TimeSpan.FromDays(SalesBot.Calendar.WorkCalendar.China.NextWorkday(last).DayNumber - first.DayNumber));
        await bot.TellAsync();
        Assert.Equal(FindingState.Told, (await MineAsync(bot)).State);
    }

    [Fact]
    public async Task A_delegation_that_is_said_as_leave_is_leave_too_and_coming_back_ends_it()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("下周一到周三我请假，审批交给孙丽");
        Assert.Equal(1, await bot.Look(db => db.Delegations.CountAsync()));
        Assert.Equal((new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 18)), await bot.Look(db => db.Absences.Select(a => ValueTuple.Create(a.From, a.To)).SingleAsync()));
        (await manager.Says("取消休假")).Hears("已销假");
        Assert.Equal(0, await bot.Look(db => db.Absences.CountAsync()));
        await manager.Says("下周审批交给孙丽");
        Assert.Equal(0, await bot.Look(db => db.Absences.CountAsync()));
    }

    private static async Task<Finding> MineAsync(TestBot bot) => await bot.Look(db => db.Findings.AsNoTracking().SingleAsync(f => f.Rule == "stalled" && f.SubjectKey == "D1" && f.Person.Name == "赵磊" && f.Step == 0));

    private static async Task<TestBot> StalledAsync(Store? store = null)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.Look(db => db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.StageSince, TestBot.Start.AddDays(-9))));
        await bot.ScanAsync();
        return bot;
    }
}
