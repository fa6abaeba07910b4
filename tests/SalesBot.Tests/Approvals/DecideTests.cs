using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.People;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

public sealed class DecideTests
{
    [Fact]
    public async Task An_approval_on_the_card_turns_every_card_into_the_decision_and_tells_the_submitter_what_comes_next()
    {
        await using var bot = await SubmittedAsync();
        var (rep, legal) = (bot.As("赵磊"), bot.As("郑文"));
        await rep.Presses("查看审批");
        rep.Hears("合同审批 · 凌云电缆", "待 郑文 处理", "赵磊", "¥").DoesNotHear("未填");
        bot.Clock.Advance(TimeSpan.FromHours(2));

        await legal.Presses("批准", ("reason", "条款没问题"));

        legal.Hears("郑文 已于 3月11日 周三 12:00 批准", "条款没问题", "已告知：赵磊").DoesNotHear("退回修改");
        await rep.IsTold("郑文 已于 3月11日 周三 12:00 批准", "条款没问题", "已签署归档");
        Assert.DoesNotContain((await legal.SeenAsync()).Concat(await rep.SeenAsync()), h => h.Text.Contains("待 郑文 处理", StringComparison.Ordinal));
        Assert.Equal(ContractStatus.Approved, await bot.Look(db => db.Contracts.Select(c => c.Status).SingleAsync()));
    }

    [Theory]
    [InlineData("退回修改", "请说明需要修改什么", ContractStatus.Returned)]
    [InlineData("拒绝", "请说明拒绝的原因", ContractStatus.Refused)]
    internal async Task Without_a_reason_it_is_asked_for_and_nothing_changes(string button, string question, ContractStatus then)
    {
        await using var bot = await SubmittedAsync();
        var legal = bot.As("郑文");

        await legal.Presses(button);
        legal.Hears(question);
        Assert.Equal(ApprovalStatus.Pending, await Status(bot));

        await legal.Presses(button, ("reason", "附件缺资质"));
        await bot.As("赵磊").IsTold("附件缺资质", "郑文");
        Assert.Equal(then, await bot.Look(db => db.Contracts.Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_returned_contract_is_submitted_again_with_one_press()
    {
        await using var bot = await SubmittedAsync();
        await bot.As("郑文").Presses("退回修改", ("reason", "附件缺资质"));
        await bot.DeliverAsync();

        await bot.As("赵磊").Presses("重新提交");

        bot.As("赵磊");
        Assert.Equal(2, await bot.Look(db => db.Approvals.CountAsync()));
        Assert.Equal(1, await bot.Look(db => db.Contracts.CountAsync()));
    }

    /// <summary>The one approval that waits is not taken for another that was named.</summary>
    [Theory]
    [InlineData("东岳锅炉的合同我批了", "没有符合的待处理审批")]
    [InlineData("报价我批了", "没有符合的待处理审批")]
    [InlineData("approve the Kestrel contract", "没有符合的待处理审批")]
    [InlineData("凌云的合同我批了", "已于 3月11日 周三 10:00 批准")]
    internal async Task Decides_only_what_was_named(string sentence, string answer)
    {
        await using var bot = await SubmittedAsync();

        var legal = await bot.As("郑文").Says(sentence);

        legal.Hears(answer);
        Assert.Equal(answer.EndsWith("批准", StringComparison.Ordinal) ? ApprovalStatus.Approved : ApprovalStatus.Pending, await Status(bot));
    }

    [Fact]
    public async Task Pressing_twice_answers_with_the_first_result()
    {
        await using var bot = await SubmittedAsync();
        var legal = bot.As("郑文");
        var key = await Key(bot);
        await legal.Forges("approve", ("approval_id", key));
        bot.Clock.Advance(TimeSpan.FromMinutes(5));

        await legal.Forges("reject", ("approval_id", key), ("reason", "又想了想"));

        legal.Hears("您已于 3月11日 周三 10:00 作出决定：已批准");
        Assert.Equal(ApprovalStatus.Approved, await Status(bot));
        Assert.Equal(1, await bot.Look(db => db.Audit.CountAsync(a => a.Command == "approve" || a.Command == "reject")));
    }

    [Theory]
    [InlineData("赵磊")]
    [InlineData("刘晨")]
    [InlineData("王芳")]
    [InlineData("孙丽")]
    [InlineData("何建国")]
    [InlineData("吴敏")]
    [InlineData("林小雨")]
    [InlineData("管理员")]
    public async Task A_forwarded_card_pressed_by_anybody_else_changes_nothing_and_is_recorded(string name)
    {
        await using var bot = await SubmittedAsync();
        var key = await Key(bot);
        var other = bot.As(name);

        foreach (var verb in new[] { "approve", "reject", "return_for_changes" })
        {
            await other.Forges(verb, ("approval_id", key), ("reason", "x"));
            other.Hears("没有做任何改动", "已记录").DoesNotHear("凌云");
        }

        Assert.Equal(ApprovalStatus.Pending, await Status(bot));
        var person = await bot.PersonAsync(name);
        Assert.Equal(3, await bot.Look(db => db.Audit.CountAsync(a => a.Refused && a.PersonId == person.Id)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_deciders_at_the_same_moment_one_decides_and_the_other_is_told_who_was_first(Store store)
    {
        for (var round = 0; round < 5; round++)
        {
            await using var bot = await SubmittedAsync(store);
            var key = await Key(bot);
            await AlsoAskAsync(bot, "何建国");
            var (legal, head) = (bot.As("郑文"), bot.As("何建国"));

            await Task.WhenAll(
                Task.Run(() => legal.Forges("approve", ("approval_id", key))),
                Task.Run(() => head.Forges("reject", ("approval_id", key), ("reason", "毛利太低"))));

            var decided = await bot.Look(db => db.Approvals.Include(a => a.DecidedBy).SingleAsync());
            var (first, second) = decided.DecidedBy!.Name == "郑文" ? (legal, head) : (head, legal);
            first.Hears(decided.DecidedBy.Name + " 已于").DoesNotHear("您的操作没有再改动任何内容");
            second.Hears(decided.DecidedBy.Name + " 已先于 3月11日 周三 10:00 处理", "您的操作没有再改动任何内容");
            Assert.Equal(1, await bot.Look(db => db.Audit.CountAsync(a => !a.Refused && (a.Command == "approve" || a.Command == "reject"))));
        }
    }

    [Fact]
    public async Task A_decision_cannot_be_undone()
    {
        await using var bot = await SubmittedAsync();
        var legal = bot.As("郑文");
        await legal.Presses("批准");

        await legal.Forges("undo");

        legal.Hears("审批决定不可撤回");
        Assert.Equal(ApprovalStatus.Approved, await Status(bot));
    }

    [Fact]
    public async Task Of_several_that_wait_one_must_be_chosen()
    {
        await using var bot = await SubmittedAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        var legal = bot.As("郑文");

        await legal.Forges("approve");
        legal.Hears("有 2 个审批符合", "凌云电缆能耗", "东岭阀门MES");
        await legal.Presses("2");

        legal.Hears("东岭阀门MES", "批准");
        Assert.Equal("东岭阀门MES", await bot.Look(db => db.Contracts.Where(c => c.Status == ContractStatus.Approved).Select(c => c.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_withdrawn_contract_can_no_longer_be_approved_and_the_approver_is_told()
    {
        await using var bot = await SubmittedAsync();

        await bot.As("赵磊").Presses("撤回");

        await bot.As("郑文").IsTold("赵磊 撤回了“凌云电缆能耗”");
        await bot.As("郑文").IsTold("赵磊 已于 3月11日 周三 10:00 撤回");
        var late = await bot.As("郑文").Forges("approve", ("approval_id", await Key(bot)));
        late.Hears("赵磊 已先于", "已撤回");
        Assert.Equal(ContractStatus.Draft, await bot.Look(db => db.Contracts.Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_but_the_submitter_may_withdraw()
    {
        await using var bot = await SubmittedAsync();

        var manager = await bot.As("王芳").Forges("withdraw_approval", ("approval_id", await Key(bot)));

        manager.Hears("只有提交人可以撤回", "已记录");
        Assert.Equal(ApprovalStatus.Pending, await Status(bot));
    }

    [Fact]
    public async Task AP_04_a_signed_contract_is_archived_and_finance_gets_the_invoice_to_do()
    {
        await using var bot = await SubmittedAsync();
        await bot.As("郑文").Presses("批准");
        await bot.DeliverAsync();

        var rep = await bot.As("赵磊").Presses("已签署归档");

        rep.Hears("合同已签署归档", "开票：", "3月11日 周三", "已告知：吴敏", "赢单", "撤销");
        await bot.As("吴敏").IsTold("请开票：¥1,450,000", "凌云电缆股份有限公司");
        var todo = await bot.Look(db => db.Todos.Include(t => t.Owner).SingleAsync());
        Assert.Equal(("吴敏", SalesBot.Tasks.TodoKind.Invoice), (todo.Owner.Name, todo.Kind));
    }

    [Fact]
    public async Task A_contract_that_is_not_approved_cannot_be_archived_as_signed()
    {
        await using var bot = await SubmittedAsync();

        var rep = await bot.As("赵磊").Forges("sign_contract", ("deal", "D3"));

        rep.Hears("还没有批准（当前：审批中）");
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));
    }

    private static async Task<TestBot> SubmittedAsync(Store? store = null)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        return bot;
    }

    private static async Task AlsoAskAsync(TestBot bot, string name)
    {
        await using var db = bot.Open();
        var approval = await db.Approvals.Include(a => a.Approvers).SingleAsync();
        var seating = await Seating.LoadAsync(db, await OrgChart.LoadAsync(db, CancellationToken.None), bot.Clock.Now, CancellationToken.None);
        seating.Ask(db, approval, [await bot.PersonAsync(name)], byEscalation: false);
        await db.SaveChangesAsync();
    }

    private static Task<string> Key(TestBot bot) => bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Key).FirstAsync());

    private static Task<ApprovalStatus> Status(TestBot bot) => bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync());
}
