using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People;

/// <summary>Leave that is noted moves, ends sooner or later, or is called off for some of its days (complaint 31); whoever stands in moves along.</summary>
public sealed class ChangeLeaveTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Complaint_31_leave_of_several_days_moves_or_ends_on_another_day(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Says("4月6号到8号休年假");
        (await rep.Says("年假延长到4月10号")).Hears("请假已修改", "4月10日 周五");
        Assert.Equal((new DateOnly(2026, 4, 6), new DateOnly(2026, 4, 10)), await OnlyAsync(bot));
        (await rep.Says("把休假挪到4月13号")).Hears("整段挪过去，还是只改最后一天");
        await rep.Presses("整段挪到 4月13日 周一 至 4月17日 周五");
        Assert.Equal((new DateOnly(2026, 4, 13), new DateOnly(2026, 4, 17)), await OnlyAsync(bot));
        (await rep.Says("撤销")).Hears("已撤销");
        Assert.Equal((new DateOnly(2026, 4, 6), new DateOnly(2026, 4, 10)), await OnlyAsync(bot));
        (await rep.Says("年假延长到3月20号")).Hears("在它开始之前，没有做任何改动");
    }

    [Theory]
    [InlineData("3月19号的假改到3月24号", "3月24日 周二", false)]
    [InlineData("我的年假换成3月24号", "3月24日 周二", false)]
    [InlineData("move my leave on the 19th to the 24th", "Tue 24 Mar", true)]
    public async Task Complaint_31_a_day_of_leave_moves(string said, string hears, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("3月19号请假");
        (await (english ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said)).Hears(hears);
        Assert.Equal((new DateOnly(2026, 3, 24), new DateOnly(2026, 3, 24)), await OnlyAsync(bot));
        Assert.Equal((0, 0), (await bot.Look(db => db.Todos.CountAsync()), await bot.Look(db => db.FollowUps.CountAsync())));
    }

    [Theory]
    [InlineData("3月19号不请假了", false)]
    [InlineData("取消3月19号的假", false)]
    [InlineData("I'm not on leave on the 19th any more", true)]
    [InlineData("not away on 19 march after all", true)]
    public async Task Complaint_31_one_day_of_a_leave_is_called_off_and_the_rest_stays(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("3月18号到20号请假");
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        (await rep.Says(said)).Hears(english ? "Leave stays: Wed 18 Mar, Fri 20 Mar" : "仍然请假：");
        Assert.Equal([18, 20], await bot.Look(db => db.Absences.OrderBy(a => a.From).Select(a => a.From.Day).ToListAsync()));
        (await rep.Says(english ? "I'm not off on 27 march after all" : "3月27号不休了")).Hears(english ? "No leave of yours is noted for Fri 27 Mar; nothing was changed" : "没有登记您的请假，没有做任何改动");
        Assert.Equal(2, await bot.Look(db => db.Absences.CountAsync()));
    }

    [Theory]
    [InlineData("只休周五", false)]
    [InlineData("其实只请周五就行", false)]
    [InlineData("周五一天就够了", false)]
    [InlineData("actually just friday", true)]
    [InlineData("no sorry, only the 13th", true)]
    [InlineData("it's friday only", true)]
    public async Task Of_several_days_one_stays(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "I'm off thursday and friday" : "周四周五请假");
        await rep.Says(said);
        Assert.Equal((new DateOnly(2026, 3, 13), new DateOnly(2026, 3, 13)), await OnlyAsync(bot));
    }

    [Fact]
    public async Task Complaint_31_leave_is_said_together_with_who_stands_in_who_moves_along()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        (await manager.Says("我下周二下午不在，有急事请找孙丽")).Hears("请假已登记", "3月17日 周二 下午", "由 孙丽 代您审批");
        (await manager.Says("假期改到3月19号")).Hears("3月19日 周四", "由 孙丽 代您审批");
        var standIn = await bot.Look(db => db.Delegations.SingleAsync());
        Assert.Equal((19, 20), (standIn.StartsAt.ToOffset(TimeSpan.FromHours(8)).Day, standIn.EndsAt.ToOffset(TimeSpan.FromHours(8)).Day));

        (await bot.As("赵磊").Says("明天上午不在，有事找刘晨")).Hears("3月12日 周四 上午", "没有交给刘晨");
        Assert.Equal(1, await bot.Look(db => db.Delegations.CountAsync()));
    }

    [Fact]
    public async Task Complaint_31_who_stands_in_during_the_leave_that_is_noted_needs_no_day()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("3月19号请假");
        (await manager.Says("休假期间有急事找孙丽")).Hears("由 孙丽 代您审批", "3月19日");
        Assert.Equal(1, await bot.Look(db => db.Delegations.CountAsync()));
        (await bot.As("赵磊").Says("请假的时候找刘晨")).Hears("只有审批人可以委托他人代批");
    }

    [Theory]
    [InlineData("把东岭阀门MES的交期改到4月8号")]
    [InlineData("东岭阀门MES预计成交改到4月8号")]
    [InlineData("请假改到8号？")]
    [InlineData("can I still change my leave?")]
    public async Task Complaint_31_other_days_and_questions_change_no_leave(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("4月7号请假");
        await rep.Says(said);
        Assert.Equal((new DateOnly(2026, 4, 7), new DateOnly(2026, 4, 7)), await OnlyAsync(bot));
    }

    private static async Task<(DateOnly From, DateOnly To)> OnlyAsync(TestBot bot) => await bot.Look(async db => await db.Absences.SingleAsync() is var leave ? (leave.From, leave.To) : default);

    [Theory]
    [InlineData("我的商机", "周五改成下周一")]
    [InlineData("我的待办", "13号改到16号")]
    [InlineData("my tasks", "move friday to monday")]
    public async Task After_a_look_the_leave_is_still_what_changes(string look, string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("我周四周五请假");
        await rep.Says(look);
        await rep.Says(said);
        Assert.Equal(new DateOnly(2026, 3, 16), (await bot.Look(db => db.Absences.SingleAsync())).To);
    }

    [Fact]
    public async Task After_a_look_the_day_that_is_not_meant_is_given_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("i'm off thursday and friday");
        await rep.Says("my tasks");
        await rep.Says("not friday actually");
        var leave = await bot.Look(db => db.Absences.SingleAsync());
        Assert.Equal((new DateOnly(2026, 3, 12), new DateOnly(2026, 3, 12)), (leave.From, leave.To));
    }

    [Theory]
    [InlineData("提醒我周一打电话", "周一改成周二")]
    [InlineData("东岭阀门MES怎么样", "预计成交改到4月30日")]
    public async Task What_was_done_or_named_since_is_what_changes(string between, string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("我周四周五请假");
        await rep.Says(between);
        await rep.Says(said);
        var leave = await bot.Look(db => db.Absences.SingleAsync());
        Assert.Equal((new DateOnly(2026, 3, 12), new DateOnly(2026, 3, 13)), (leave.From, leave.To));
    }

    [Theory]
    [InlineData("休假那几天有事找何建国")]
    [InlineData("我请假的那两天审批都找何建国")]
    [InlineData("不在的这几天找何建国处理")]
    public async Task Who_stands_in_does_so_on_the_days_of_the_leave(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("我3月19号到20号请假");
        await manager.Says(said);
        var given = await bot.Look(db => db.Delegations.SingleAsync());
        Assert.Equal((new DateTimeOffset(2026, 3, 19, 0, 0, 0, TimeSpan.FromHours(8)), new DateTimeOffset(2026, 3, 21, 0, 0, 0, TimeSpan.FromHours(8))), (given.StartsAt, given.EndsAt));
    }

    [Theory]
    [InlineData("请假取消")]
    [InlineData("年假作废")]
    [InlineData("cancel my leave")]
    public async Task Leave_that_was_just_noted_is_called_off_by_its_name(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("周四请假");

        await rep.Says(said);

        Assert.Equal(0, await bot.Look(db => db.Absences.CountAsync()));
    }

    [Theory]
    [InlineData("周四周五请假，单子让刘晨帮看")]
    [InlineData("周四周五请假，客户刘晨帮忙照应一下")]
    public async Task Who_looks_after_things_meanwhile_does_not_stop_the_leave(string said)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears("请假已登记", "3月12日 周四").DoesNotHear("权限");
    }
}
