using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Tests.Databases;

namespace SalesBot.Tests.Talking;

/// <summary>What busy people type must not be taken for something else that writes.</summary>
public sealed class SloppyMondayTests
{
    [Theory]
    [InlineData("4月6到8号我不在", "请假")]
    [InlineData("4月7号我不来", "请假")]
    [InlineData("im off next thursday", "请假")]
    [InlineData("day off 3 april", "请假")]
    [InlineData("holiday 30 mar to 1 apr", "请假")]
    [InlineData("im on holiday 6 to 10 april", "请假")]
    public async Task Who_says_that_they_are_away_is_on_leave_and_no_to_do_moves(string said, string hears)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我周五给东岭阀门寄样本");
        await rep.Says("我的待办");
        var before = await TodosAsync(bot);

        (await rep.Says(said)).Hears(hears);

        Assert.Equal(before, await TodosAsync(bot));
        Assert.Equal(1, await bot.Look(db => db.Absences.CountAsync()));
    }

    [Theory]
    [InlineData("今天别烦我")]
    [InlineData("东岭阀门这周别烦我")]
    [InlineData("dont bug me about 东岭阀门 until friday")]
    public async Task Who_wants_to_be_left_alone_moves_no_to_do(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我周五给东岭阀门寄样本");
        await rep.Says("我的待办");
        var before = await TodosAsync(bot);

        (await rep.Says(said)).DoesNotHear("✓");

        Assert.Equal(before, await TodosAsync(bot));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Leave_that_is_called_off_leaves_nobody_to_decide_in_ones_place(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var legal = bot.As("郑文");
        await legal.Says("我今天到周五请假，审批委托给吴敏");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("吴敏").IsTold("合同审批 · 凌云电缆能耗");

        (await legal.Says("取消请假")).Hears("吴敏", "不再代您审批");

        await bot.As("吴敏").IsTold("郑文 已销假，您不再代为审批");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        await legal.IsTold("合同审批 · 东岭阀门MES");
    }

    [Theory]
    [InlineData("凌云电缆能耗降2万", "再降2万", 1_410_000)]
    [InlineData("凌云电缆能耗降2万", "不对，降3万", 1_420_000)]
    public async Task What_comes_off_once_more_comes_off_too(string first, string then, int left)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says(first);

        await rep.Says(then);

        Assert.Equal(left, await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Amount).SingleAsync()));
    }

    [Theory]
    [InlineData("合同100万以上加我审批")]
    [InlineData("以后合同超过100万的要我也批一下")]
    [InlineData("contracts over 1m should come to me too")]
    public async Task A_rule_on_contracts_of_some_size_submits_none(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("凌云电缆能耗");

        (await bot.As("何建国").Says(said)).DoesNotHear("已提交");
        (await bot.As("赵磊").Says(said)).DoesNotHear("已提交");

        Assert.Equal(0, await bot.Look(db => db.Approvals.CountAsync()));
    }

    [Theory]
    [InlineData("我先把凌云电缆能耗合同撤回来")]
    [InlineData("pull the 凌云电缆能耗 contract back")]
    public async Task Who_submitted_takes_it_back_in_their_own_words_and_hands_it_in_once_more(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));

        await rep.Says(said);
        Assert.Equal(ApprovalStatus.Withdrawn, await bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));

        (await rep.Says("再交一次")).Hears("提交合同审批", "凌云电缆能耗");
        (await rep.Says("是")).Hears("已提交审批");
    }

    [Theory]
    [InlineData("提交凌云电缆能耗合同 分两期 质保一年 验收后30天付尾款 交付三个月", "分两期 质保一年 验收后30天付尾款 交付三个月")]
    [InlineData("submit the 凌云电缆能耗 contract, net 30, delivery 8 weeks, 2 yrs warranty", "net 30, delivery 8 weeks, 2 yrs warranty")]
    public async Task AP_10_terms_that_are_said_along_with_a_submission_are_all_of_them(string said, string terms)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Says(said)).Hears("已提交审批");

        Assert.Equal((terms, ContractStatus.InApproval), await bot.Look(async db => await db.Contracts.Select(c => new ValueTuple<string?, ContractStatus>(c.Terms, c.Status)).SingleAsync()));
    }

    [Theory]
    [InlineData("停滞改成10天", "10 天")]
    [InlineData("商机停滞天数 10天", "10 天")]
    public async Task AL_03_the_days_of_a_stall_are_no_hours_to_send_in(string said, string hears)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").Says(said)).Hears(hears).DoesNotHear("时段");
    }

    [Theory]
    [InlineData("王芳", "紧急通知全组 明天上午停电 都别去公司")]
    [InlineData("赵磊", "remind me to call the plant on 31 april")]
    [InlineData("管理员", "停滞几天提醒 在哪改")]
    public async Task What_cannot_be_or_is_only_asked_writes_nothing(string who, string said)
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As(who).Says(said)).DoesNotHear("✓", "找不到“在哪改”");

        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync(t => t.CreatedAt == bot.Clock.Now)));
    }

    [Theory]
    [InlineData("在谈判前加一个试用阶段", "试用", "negotiation")]
    [InlineData("修改销售流程 在商务谈判前增加一个阶段叫试用", "试用", "negotiation")]
    [InlineData("在方案提交后面加一个试用环节", "试用", "negotiation")]
    [InlineData("add a stage called Pilot before negotiation", "Pilot", "negotiation")]
    [InlineData("insert a pilot stage before negotiation", "pilot", "negotiation")]
    public async Task ST_08_a_stage_is_added_before_another_one_or_behind_it(string said, string name, string next)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");

        await admin.Says(said);
        (await admin.Says("客户要先试用，之前没有这一步")).Hears(name);
        await admin.Presses("确认");

        var laid = await bot.Look(db => db.Definitions.Where(d => d.Name == "process").OrderByDescending(d => d.Number).Select(d => d.Content).FirstAsync());
        var stages = System.Text.Json.JsonDocument.Parse(laid).RootElement.GetProperty("stages").EnumerateArray().ToList();
        var place = stages.FindIndex(s => s.GetRawText().Contains(name, StringComparison.Ordinal));
        Assert.Equal(next, stages[place + 1].GetProperty("id").GetString());
    }

    private static Task<List<string>> TodosAsync(TestBot bot) => bot.Look(async db => await db.Todos.OrderBy(t => t.Id).Select(t => t.Key + " " + t.DueOn + " " + t.DueAt).ToListAsync());
}
