using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

public sealed class DelegateTests
{
    [Fact]
    public async Task A_stand_in_gets_what_waits_and_what_comes_and_decides_under_the_same_clock()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        bot.Clock.Advance(TimeSpan.FromHours(5));
        var legal = bot.As("郑文");

        await legal.Forges("delegate_approval", ("person", "P7"), ("date", "2026-03-13"));
        legal.Hears("审批已委托", "吴敏", "3月13日 周五");
        await bot.As("吴敏").IsTold("合同审批 · 凌云电缆能耗", "待 吴敏", "还剩 43 小时");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        await bot.As("吴敏").IsTold("合同审批 · 东岭阀门MES");

        await bot.As("吴敏").Forges("approve", ("approval_id", await Key(bot)));
        await bot.As("赵磊").IsTold("吴敏", "代 郑文", "批准");
    }

    [Fact]
    public async Task When_the_time_is_over_the_stand_in_may_decide_no_more()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("郑文").Forges("delegate_approval", ("person", "P7"), ("date", "2026-03-11"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        bot.Clock.Advance(TimeSpan.FromHours(14));

        var late = await bot.As("吴敏").Forges("approve", ("approval_id", await Key(bot)));

        late.Hears("这个审批不由您决定");
        await bot.As("郑文").Forges("approve", ("approval_id", await Key(bot)));
        Assert.Equal(ApprovalStatus.Approved, await bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));
    }

    [Fact]
    public async Task When_the_time_is_over_nothing_waits_for_the_stand_in_and_the_list_names_who_has_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("郑文").Forges("delegate_approval", ("person", "P7"), ("date", "2026-03-11"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        (await bot.As("吴敏").Forges("list_approvals")).Hears("1 个", "在 吴敏（代 郑文） 处");

        bot.Clock.Advance(TimeSpan.FromHours(14));

        (await bot.As("吴敏").Forges("list_approvals")).Hears("没有等您处理的审批");
        (await bot.As("吴敏").Forges("approve")).DoesNotHear("这个审批不由您决定");
        (await bot.As("吴敏").Joins()).DoesNotHear("项审批等您处理");
        (await bot.As("赵磊").Forges("list_approvals")).Hears("在 郑文 处");
    }

    [Fact]
    public async Task A_new_delegation_ends_the_one_before_on_the_cards_too()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Forges("delegate_approval", ("person", "P7"), ("date", "2026-03-13"));

        await bot.As("郑文").Forges("delegate_approval", ("person", "P1"), ("date", "2026-03-13"));

        await bot.As("王芳").IsTold("合同审批 · 凌云电缆能耗", "待 王芳（代 郑文）");
    }

    [Fact]
    public async Task When_the_time_is_over_the_clock_takes_the_seat_and_whoever_has_it_again_is_told()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("郑文").Forges("delegate_approval", ("person", "P7"), ("date", "2026-03-11"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("吴敏").IsTold("合同审批 · 凌云电缆能耗", "批准");
        bot.Clock.Advance(TimeSpan.FromHours(14));

        await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
        Assert.Equal(0, await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None));
        bot.Clock.Advance(TimeSpan.FromHours(9));
        await bot.DeliverAsync();

        Assert.Equal(["郑文"], await bot.Look(db => db.Approvers.Select(a => a.Person.Name).ToListAsync()), StringComparer.Ordinal);
        Assert.DoesNotContain(await bot.As("吴敏").SeenAsync(), h => h.Buttons.Any(b => b.Verb == "approve"));
        await bot.As("郑文").IsTold("合同审批 · 凌云电缆能耗", "待 郑文 处理", "批准");
    }

    [Fact]
    public async Task Who_stands_in_for_two_decides_until_the_longer_delegation_is_over()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("何建国").Forges("delegate_approval", ("person", "P6"), ("date", "2026-03-11"));
        await bot.As("吴敏").Forges("delegate_approval", ("person", "P6"), ("date", "2026-03-13"));
        await bot.As("赵磊").Forges("update_amount", ("deal", "D3"), ("amount", "2000000"));

        bot.Clock.Advance(TimeSpan.FromHours(24));

        (await bot.As("赵磊").Forges("list_approvals", ("scope", "all"))).Hears("何建国", "郑文（代 吴敏）").DoesNotHear("代 何建国");
        (await bot.As("郑文").Forges("approve")).Hears("郑文（代 吴敏） 已于");
    }

    [Theory]
    [InlineData("同意")]
    [InlineData("凌云的合同批准")]
    public async Task A_stand_in_decides_by_a_sentence_too(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Forges("delegate_approval", ("person", "P7"), ("date", "2026-03-13"));

        await bot.As("吴敏").Says(said);

        Assert.Equal(ApprovalStatus.Approved, await bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_bare_yes_of_a_stand_in_who_has_another_of_their_own_asks_which()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "2000000"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Forges("delegate_approval", ("person", "P7"), ("date", "2026-03-11"));

        (await bot.As("吴敏").Says("同意")).Hears("东岭阀门MES", "凌云电缆能耗", "哪");
        await bot.As("吴敏").Says("算了");
        bot.Clock.Advance(TimeSpan.FromHours(14));
        await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
        (await bot.As("吴敏").Says("同意")).Hears("东岭阀门MES").DoesNotHear("凌云电缆能耗");
    }

    [Fact]
    public async Task A_new_stand_in_who_submitted_it_still_ends_the_seat_of_the_one_before()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("王芳").Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Forges("delegate_approval", ("person", "P7"), ("date", "2026-03-20"));
        await bot.As("吴敏").IsTold("合同审批 · 凌云电缆能耗", "批准");

        await bot.As("郑文").Forges("delegate_approval", ("person", "P1"), ("date", "2026-03-20"));
        await bot.DeliverAsync();

        Assert.DoesNotContain(await bot.As("吴敏").SeenAsync(), h => h.Buttons.Any(b => b.Verb == "approve"));
        await bot.As("郑文").IsTold("合同审批 · 凌云电缆能耗", "待 郑文 处理", "批准");
    }

    [Fact]
    public async Task One_for_next_week_leaves_this_week_to_whom_it_was_given()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Forges("delegate_approval", ("person", "P7"), ("date", "2026-03-17"));

        await bot.As("郑文").Forges("delegate_approval", ("person", "P1"), ("period", "2026-03-16..2026-03-20"));

        (await bot.As("赵磊").Forges("list_approvals")).Hears("在 吴敏（代 郑文） 处");
        bot.Clock.Set(new DateTimeOffset(2026, 3, 16, 9, 0, 0, TimeSpan.FromHours(8)));
        await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
        (await bot.As("王芳").Forges("list_approvals")).Hears("1 个", "凌云电缆能耗");
        (await bot.As("吴敏").Forges("list_approvals")).Hears("没有等您处理的审批");
    }

    [Fact]
    public async Task A_delegation_that_begins_later_is_seated_by_the_clock()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("郑文").Forges("delegate_approval", ("person", "P7"), ("period", "2026-03-12..2026-03-13"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        Assert.DoesNotContain(await bot.As("吴敏").SeenAsync(), h => h.Text.Contains("合同审批", StringComparison.Ordinal));

        bot.Clock.Advance(TimeSpan.FromHours(24));
        await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
        await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None);

        await bot.As("吴敏").IsTold("合同审批 · 凌云电缆能耗", "还剩 24 小时", "批准");
        Assert.Equal(2, await bot.Look(db => db.Approvers.CountAsync()));
    }

    [Fact]
    public async Task What_the_stand_in_submitted_themselves_is_never_theirs_to_decide()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("王芳").Forges("submit_contract", ("deal", "D3"));

        var legal = await bot.As("郑文").Forges("delegate_approval", ("person", "P1"), ("date", "2026-03-20"));

        legal.Hears("1 个由王芳本人提交的审批仍由您处理");
        Assert.Equal(["郑文"], await bot.Look(db => db.Approvers.Select(a => a.Person.Name).ToListAsync()), StringComparer.Ordinal);
        (await bot.As("王芳").Forges("approve", ("approval_id", await Key(bot)))).Hears("这个审批不由您决定");
    }

    [Theory]
    [InlineData("P2", "2026-03-13", "赵磊 没有审批权限")]
    [InlineData("P6", "2026-03-13", "郑文 没有审批权限")]
    [InlineData("P7", "2026-03-10", "今天起 92 天内")]
    [InlineData("P7", "2027-03-10", "今天起 92 天内")]
    [InlineData("P7", "", "到哪一天为止")]
    public async Task A_delegation_that_cannot_be_meant_changes_nothing(string person, string date, string answer)
    {
        await using var bot = await TestBot.StartAsync();

        var legal = await bot.As("郑文").Forges("delegate_approval", ("person", person), ("date", date));

        legal.Hears(answer);
        Assert.Equal(0, await bot.Look(db => db.Delegations.CountAsync()));
    }

    [Fact]
    public async Task Undo_ends_the_stand_ins_right_at_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Forges("delegate_approval", ("person", "P7"), ("date", "2026-03-13"));

        await bot.As("郑文").Presses("撤销");
        await bot.DeliverAsync();

        Assert.DoesNotContain(await bot.As("吴敏").SeenAsync(), h => h.Buttons.Any(b => b.Verb == "approve"));
        (await bot.As("吴敏").Forges("approve", ("approval_id", await Key(bot)))).Hears("这个审批不由您决定");
    }

    private static Task<string> Key(TestBot bot) => bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Key).FirstAsync());
}
