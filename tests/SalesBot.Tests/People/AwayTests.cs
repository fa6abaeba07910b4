using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.People;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Nudges;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People;

/// <summary>Who is away, for those who work with them, and leave for half a day (complaint 31).</summary>
public sealed class AwayTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Complaint_31_one_sees_who_of_those_one_works_with_is_away_and_who_decides_meanwhile(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.As("刘晨").Says("明天请假");
        await bot.As("Kevin Doyle").InEnglish().Says("off from Thursday to Friday");
        await bot.As("王芳").Says("下周一请假");
        await bot.Look(async db =>
        {
            db.Add(new Delegation { Key = "D1", From = await db.People.SingleAsync(p => p.Key == "P1"), To = await db.People.SingleAsync(p => p.Key == "P9"), StartsAt = new(2026, 3, 16, 0, 0, 0, TimeSpan.FromHours(8)), EndsAt = new(2026, 3, 17, 0, 0, 0, TimeSpan.FromHours(8)), CreatedAt = TestBot.Start });
            return await db.SaveChangesAsync();
        });

        (await bot.As("赵磊").Says("谁在休假")).Hears("刘晨", "3月12日 周四", "王芳", "3月16日 周一", "由 孙丽 代审批").DoesNotHear("Kevin");
        (await bot.As("何建国").Says("哪些同事请假了")).Hears("刘晨", "Kevin", "王芳");
        (await bot.As("管理员").Says("大家的请假情况")).Hears("刘晨", "Kevin");
        (await bot.As("Emma Novak").InEnglish().Says("who is off this week?")).Hears("Kevin Doyle", "Thu 12 Mar to Fri 13 Mar").DoesNotHear("刘晨", "Chen Liu");
        (await bot.As("孙丽").Says("今天谁不在")).Hears("3月11日", "没有您能看到的人登记请假");
        (await bot.As("孙丽").Says("明天有谁请假")).Hears("刘晨", "Kevin").DoesNotHear("王芳");
        (await bot.As("赵磊").Says("下周谁请假")).Hears("王芳").DoesNotHear("刘晨");
    }

    [Fact]
    public async Task Complaint_31_one_colleague_is_asked_about_by_name_and_others_are_not_told_of()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("刘晨").Says("明天请假");
        (await bot.As("赵磊").Says("刘晨明天在吗")).DoesNotHear("✓");
        (await bot.As("赵磊").Says("刘晨是不是请假了")).Hears("刘晨 的请假", "3月12日 周四");
        (await bot.As("王芳").Says("刘晨什么时候回来")).Hears("3月12日 周四");
        (await bot.As("Emma Novak").InEnglish().Says("is Chen Liu on leave?")).DoesNotHear("12 Mar");
        (await bot.As("Emma Novak").InEnglish().Says("when is Kevin back?")).Hears("No leave of Kevin Doyle");
        Assert.Equal(1, await bot.Look(db => db.Absences.CountAsync()));
    }

    [Theory]
    [InlineData("我请了哪几天假", false)]
    [InlineData("我的年假是什么时候", false)]
    [InlineData("我登记了哪几天休假", false)]
    [InlineData("which days did I take off?", true)]
    [InlineData("what leave have I booked", true)]
    public async Task Complaint_31_ones_own_leave_is_asked_for_in_many_ways(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("后天请假");
        (await (english ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said)).Hears(english ? "Fri 13 Mar" : "3月13日 周五", english ? "My leave" : "我的请假");
    }

    [Theory]
    [InlineData("明天上午请假", "Morning", "3月12日 周四 上午")]
    [InlineData("周五下午我要请半天假", "Afternoon", "3月13日 周五 下午")]
    [InlineData("off tomorrow afternoon", "Afternoon", "3月12日 周四 下午")]
    [InlineData("I'm on leave on Friday morning", "Morning", "3月13日 周五 上午")]
    public async Task Complaint_31_half_a_day_is_leave_too(string said, string half, string shown)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("请假已登记", shown);
        Assert.Equal(half, (await bot.Look(db => db.Absences.Select(a => a.Half).SingleAsync())).ToString());
        (await bot.As("赵磊").Says("我什么时候请假")).Hears(shown);
        await bot.As("赵磊").Says("撤销");
        Assert.Equal(0, await bot.Look(db => db.Absences.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Complaint_31_nudges_wait_for_the_end_of_the_half_day(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.As("赵磊").Says("明天上午请假");
        await bot.PassAsync(TimeSpan.FromHours(20));
        await bot.StandStillAsync(9, "D1");
        for (var hour = 6; hour < 11; hour++)
        {
            await bot.PassAsync(TimeSpan.FromHours(1));
            await bot.RoundAsync();
        }

        var me = (await bot.PersonAsync("赵磊")).Id;
        Assert.Equal(SalesBot.Nudges.FindingState.Waiting, (await bot.FoundAsync()).Single(f => f.SubjectKey == "D1" && f.PersonId == me).State);
        await bot.RoundsAsync(TimeSpan.FromHours(2));
        Assert.Equal(SalesBot.Nudges.FindingState.Told, (await bot.FoundAsync()).Single(f => f.SubjectKey == "D1" && f.PersonId == me).State);
    }

    [Fact]
    public async Task Complaint_31_two_halves_are_a_day_and_a_half_of_which_nothing_is_said_is_asked_for()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("明天上午请假");
        (await rep.Says("明天上午请假")).Hears("已经登记过");
        (await rep.Says("明天下午也请假")).Hears("请假已登记");
        Assert.Equal((1, (HalfDay?)null), (await bot.Look(db => db.Absences.CountAsync()), await bot.Look(db => db.Absences.Select(a => a.Half).FirstAsync())));

        (await rep.Says("周五请半天假")).Hears("上午还是下午");
        Assert.Equal(1, await bot.Look(db => db.Absences.CountAsync()));
        (await rep.Says("下午")).Hears("3月13日 周五 下午");
        (await rep.Says("下周一到下周三上午请假")).Hears("没有登记", "请分开说");
        (await rep.Says("周五下午请假吗？")).DoesNotHear("✓");
        Assert.Equal(2, await bot.Look(db => db.Absences.CountAsync()));
    }
}
