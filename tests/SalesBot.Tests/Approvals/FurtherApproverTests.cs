using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>An approver asks somebody in, hands on, or has left.</summary>
public sealed class FurtherApproverTests
{
    [Theory]
    [InlineData("让吴敏也看看", "zh-CN", "已请 吴敏 一起审批")]
    [InlineData("ask Min Wu to approve it as well", "en-US", "Min Wu was asked in")]
    public async Task AP_08_who_is_asked_in_has_to_approve_too(string said, string locale, string answer)
    {
        await using var bot = await SubmittedAsync();
        var legal = locale == "en-US" ? bot.As("郑文").InEnglish() : bot.As("郑文");
        await legal.Forges("show_approval", ("approval_id", await Key(bot)));

        (await legal.Says(said)).Hears(answer);

        await bot.As("吴敏").IsTold("郑文 请您一起审批“凌云电缆能耗”", "批准");
        await bot.As("赵磊").IsTold("“凌云电缆能耗”：郑文 请 吴敏 一起审批");
        await bot.As("郑文").Forges("approve");
        Assert.Equal(ApprovalStatus.Pending, await Status(bot));
        await bot.As("吴敏").Forges("approve");
        Assert.Equal(ApprovalStatus.Approved, await Status(bot));
    }

    [Fact]
    public async Task AP_08_by_the_button_somebody_is_chosen_of_those_who_may()
    {
        await using var bot = await SubmittedAsync();
        var legal = bot.As("郑文");

        await legal.Presses("加签");
        legal.Hears("吴敏", "何建国").DoesNotHear("赵磊", "林小雨");
        await legal.Says("吴敏");

        legal.Hears("已请 吴敏 一起审批");
    }

    [Fact]
    public async Task AP_08_handed_on_the_other_decides_alone_and_both_names_stay()
    {
        await using var bot = await SubmittedAsync();
        var legal = bot.As("郑文");
        await legal.Forges("show_approval", ("approval_id", await Key(bot)));

        (await legal.Says("这个转给吴敏")).Hears("已转交 吴敏 审批", "待 吴敏（代 郑文） 处理").DoesNotHear("退回修改");

        await bot.As("吴敏").IsTold("郑文 将“凌云电缆能耗”转交您审批", "批准");
        (await bot.As("郑文").Forges("approve", ("approval_id", await Key(bot)))).Hears("现在在 吴敏（代 郑文） 处");
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.As("吴敏").Forges("approve");
        await bot.As("赵磊").IsTold("郑文 转交", "批准");
        Assert.Equal(ApprovalStatus.Approved, await Status(bot));
    }

    [Fact]
    public async Task AP_08_who_was_asked_in_and_hands_that_on_makes_nobody_decide_alone()
    {
        await using var bot = await SubmittedAsync();
        var approval = await Key(bot);
        await bot.As("郑文").Forges("ask_in", ("approval_id", approval), ("person", "P7"));
        await bot.As("吴敏").Forges("hand_on", ("approval_id", approval), ("person", "P0"));

        await bot.As("何建国").Forges("approve", ("approval_id", approval));
        Assert.Equal(ApprovalStatus.Pending, await Status(bot));
        await bot.As("郑文").Forges("approve", ("approval_id", approval));
        Assert.Equal(ApprovalStatus.Approved, await Status(bot));
    }

    [Theory]
    [InlineData("ask_in", "P2", "赵磊 不能审批这一项")]
    [InlineData("hand_on", "P3", "刘晨 不能审批这一项")]
    [InlineData("ask_in", "P6", "郑文 已在审批人之中")]
    public async Task Whoever_may_not_or_sits_already_is_not_asked(string verb, string person, string answer)
    {
        await using var bot = await SubmittedAsync();

        (await bot.As("郑文").Forges(verb, ("approval_id", await Key(bot)), ("person", person))).Hears(answer);

        Assert.Equal(1, await bot.Look(db => db.Approvers.CountAsync()));
    }

    [Theory]
    [InlineData("ask_in")]
    [InlineData("hand_on")]
    public async Task Who_is_no_approver_asks_nobody_in_and_it_is_recorded(string verb)
    {
        await using var bot = await SubmittedAsync();

        (await bot.As("王芳").Forges(verb, ("approval_id", await Key(bot)), ("person", "P7"))).Hears("没有做任何改动", "已记录");

        Assert.Equal(1, await bot.Look(db => db.Approvers.CountAsync()));
        Assert.Equal(1, await bot.Look(db => db.Audit.CountAsync(a => a.Refused && a.Command == verb)));
    }

    [Fact]
    public async Task What_was_handed_on_to_somebody_on_leave_is_with_their_stand_in()
    {
        await using var bot = await SubmittedAsync();
        await bot.As("吴敏").Forges("delegate_approval", ("person", "P0"), ("date", "2026-03-13"));

        await bot.As("郑文").Forges("hand_on", ("approval_id", await Key(bot)), ("person", "P7"));

        (await bot.As("何建国").Forges("list_approvals")).Hears("凌云电缆能耗", "何建国（代 吴敏）");
        await bot.As("何建国").Forges("approve");
        Assert.Equal(ApprovalStatus.Approved, await Status(bot));
    }

    [Fact]
    public async Task What_waits_for_somebody_who_has_left_goes_to_the_superior_with_the_clock_running_on()
    {
        await using var bot = await SubmittedAsync();
        await bot.Look(db => db.People.Where(p => p.Name == "郑文").ExecuteUpdateAsync(s => s.SetProperty(p => p.Active, false)));
        bot.Clock.Advance(TimeSpan.FromHours(2));

        await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
        await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None);

        await bot.As("何建国").IsTold("合同审批 · 凌云电缆能耗", "待 何建国（代 郑文） 处理", "还剩 46 小时", "批准");
        await bot.As("赵磊").IsTold("郑文 已离开", "何建国");
        await bot.As("何建国").Forges("approve");
        Assert.Equal(ApprovalStatus.Approved, await Status(bot));
    }

    private static async Task<TestBot> SubmittedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        return bot;
    }

    private static Task<string> Key(TestBot bot) => bot.Look(db => db.Approvals.Select(a => a.Key).SingleAsync());

    private static Task<ApprovalStatus> Status(TestBot bot) => bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync());
}
