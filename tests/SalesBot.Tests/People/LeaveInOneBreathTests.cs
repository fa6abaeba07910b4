using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People;

/// <summary>Leave as it is said in one breath with the day of return, a part of the day or who approves; and what is said right after it (complaint 31).</summary>
public sealed class LeaveInOneBreathTests
{
    [Theory]
    [InlineData("leave mon-tue, back wed", true, 16, 17)]
    [InlineData("off Monday and Tuesday, back on Wednesday", true, 16, 17)]
    [InlineData("leave fri", true, 13, 13)]
    [InlineData("下周一到周二请假，周三回来", false, 16, 17)]
    [InlineData("3月19号20号我不在 23号回来上班", false, 19, 20)]
    public async Task Complaint_31_the_day_of_return_is_no_leave_and_moves_no_to_do(string said, bool english, int from, int to)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("提醒我周五给东岭阀门打电话");
        await (english ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said);
        var leave = await bot.Look(db => db.Absences.SingleAsync());
        Assert.Equal((from, to), (leave.From.Day, leave.To.Day));
        Assert.Equal(13, (await bot.Look(db => db.Todos.SingleAsync())).DueOn!.Value.Day);
    }

    [Theory]
    [InlineData("out thu pm", true, "Afternoon")]
    [InlineData("off tomorrow am", true, "Morning")]
    [InlineData("明天上午半天", false, "Morning")]
    [InlineData("周四下午半天不在", false, "Afternoon")]
    public async Task Complaint_31_half_a_day_in_short(string said, bool english, string half)
    {
        await using var bot = await TestBot.StartAsync();
        await (english ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said);
        var leave = await bot.Look(db => db.Absences.SingleAsync());
        Assert.Equal((12, 12, half), (leave.From.Day, leave.To.Day, leave.Half.ToString()));
    }

    [Fact]
    public async Task Complaint_31_i_am_off_is_no_morning()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").InEnglish().Says("I am off Friday");
        Assert.Null((await bot.Look(db => db.Absences.SingleAsync())).Half);
    }

    [Theory]
    [InlineData("off monday, Lily signs for me", true)]
    [InlineData("I'm on leave on Monday, Lily approves in my place", true)]
    [InlineData("下周一我请假，由孙丽代批", false)]
    [InlineData("我下周一不在 孙丽帮我审批", false)]
    public async Task Complaint_31_who_approves_does_so_on_the_days_of_the_leave(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await (english ? bot.As("王芳").InEnglish() : bot.As("王芳")).Says(said.Replace("Lily", "Lily Sun", StringComparison.Ordinal));
        Assert.Equal(16, (await bot.Look(db => db.Absences.SingleAsync())).From.Day);
        Assert.Equal(16, (await bot.Look(db => db.Delegations.SingleAsync())).StartsAt.ToOffset(TimeSpan.FromHours(8)).Day);
    }

    [Theory]
    [InlineData("push it to the 20th", true, 20)]
    [InlineData("move that to next friday please", true, 20)]
    [InlineData("改到20号吧", false, 20)]
    [InlineData("19号换成20号", false, 20)]
    [InlineData("not the 19th, the 20th", true, 20)]
    [InlineData("not thursday sorry", true, 19)]
    [InlineData("不是19号", false, 19)]
    public async Task Complaint_31_right_after_it_the_leave_is_what_changes(string said, bool english, int day)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("东岭阀门MES怎么样了");
        await bot.As("赵磊").Says("提醒我周五给东岭阀门打电话");
        await bot.As("赵磊").Says("3月19号请假");
        await (english ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said);
        var leave = await bot.Look(db => db.Absences.SingleAsync());
        Assert.Equal((day, day), (leave.From.Day, leave.To.Day));
        Assert.Equal(13, (await bot.Look(db => db.Todos.SingleAsync())).DueOn!.Value.Day);
        Assert.Equal(new DateOnly(2026, 4, 12), (await bot.Look(db => db.Deals.SingleAsync(d => d.Key == "D1"))).CloseDate);
    }

    [Theory]
    [InlineData("6号改成9号", 9)]
    [InlineData("6号改为8号", 8)]
    public async Task Complaint_31_a_bare_day_is_one_of_the_month_of_the_leave(string said, int to)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("5月4号到6号请假");
        await bot.As("赵磊").Says(said);
        var leave = await bot.Look(db => db.Absences.SingleAsync());
        Assert.Equal((new DateOnly(2026, 5, 4), new DateOnly(2026, 5, to)), (leave.From, leave.To));
    }

    [Theory]
    [InlineData("off friday", "cancel my leave", true)]
    [InlineData("周五请假", "取消我的请假", false)]
    public async Task Complaint_31_leave_after_leave_that_was_called_off_is_its_own(string said, string off, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says("3月19号请假");
        await rep.Says(off);
        await rep.Says(said);
        Assert.Equal(13, (await bot.Look(db => db.Absences.SingleAsync())).From.Day);
    }

    [Fact]
    public async Task Complaint_31_a_question_that_comes_back_after_leave_is_not_answered_by_a_day_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("hush");
        await rep.Says("leave thu-fri");
        (await rep.Says("not friday actually")).DoesNotHear("All your nudges rest until");
        Assert.Equal(1, await bot.Look(db => db.Absences.CountAsync()));
    }

    [Fact]
    public async Task Complaint_31_a_deal_that_is_named_after_leave_changes_as_ever()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("3月19号请假");
        await bot.As("赵磊").Says("东岭阀门MES的预计成交改到4月20号");
        Assert.Equal(new DateOnly(2026, 4, 20), (await bot.Look(db => db.Deals.SingleAsync(d => d.Key == "D1"))).CloseDate);
        Assert.Equal(19, (await bot.Look(db => db.Absences.SingleAsync())).From.Day);
    }

    [Theory]
    [InlineData("王芳", "刘晨后天休年假，麻烦登记一下", "请假由本人登记：请刘晨", false)]
    [InlineData("管理员", "帮赵磊登记周五的病假", "请假由本人登记：请赵磊", false)]
    [InlineData("Emma Novak", "note Kevin as off on Friday", "Everybody notes their own leave: Kevin Doyle", true)]
    [InlineData("Emma Novak", "Kevin is on holiday tomorrow, please note it", "Everybody notes their own leave: Kevin Doyle", true)]
    public async Task Complaint_31_leave_of_a_colleague_is_noted_by_themselves(string who, string said, string heard, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        (await (english ? bot.As(who).InEnglish() : bot.As(who)).Says(said)).Hears(heard);
        Assert.Equal((0, 0), (await bot.Look(db => db.Todos.CountAsync()), await bot.Look(db => db.Absences.CountAsync())));
    }

    [Theory]
    [InlineData("明天请假，提醒都别发了")]
    [InlineData("周四周五休假，通知先别发")]
    public async Task Leave_with_a_word_against_nudges_is_leave(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("请假已登记");
    }
}
