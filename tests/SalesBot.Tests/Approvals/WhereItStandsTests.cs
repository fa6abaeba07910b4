using SalesBot.Tests.Contracts;
using SalesBot.Tests.Process;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>What a rep asks of their contracts, approvals and gates in their own words.</summary>
public sealed class WhereItStandsTests
{
    [Theory]
    [InlineData("zh-CN", "我哪些合同还卡在法务", "凌云电缆能耗", "郑文")]
    [InlineData("en-US", "which of my contracts are still waiting for legal", "凌云电缆能耗", "Wen Zheng")]
    public async Task AP_06_my_contracts_by_whom_they_wait_for(string locale, string said, params string[] heard)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));
        await rep.Forges("submit_contract", ("deal", "D1"));
        await bot.As("郑文").Says("批准东岭阀门MES的合同");

        (await rep.Says(said)).Hears(heard).DoesNotHear("东岭阀门MES");
        await rep.Says(locale == "en-US" ? "which of my contracts are waiting for finance" : "我哪些合同还卡在财务");
        rep.DoesNotHear("凌云电缆能耗");
    }

    [Theory]
    [InlineData("zh-CN", "谁批百川水务平台的报价", "现在提交的话，由 王芳 审批", "待 王芳 处理")]
    [InlineData("en-US", "who approves 百川水务平台's quote", "it would be decided by Fiona Wang", "Waiting for Fiona Wang")]
    public async Task AP_06_who_decides_before_and_after_it_is_submitted(string locale, string said, string before, string after)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        (await rep.Says(said)).Hears(before);
        await rep.Forges("submit_quote", ("deal", "D5"), ("discount", "0.95"));
        (await rep.Says(said)).Hears(after);
    }

    [Theory]
    [InlineData("zh-CN", "合同审批到哪了", "待 郑文 处理")]
    [InlineData("zh-CN", "我的合同审批走到哪一步了", "待 郑文 处理")]
    [InlineData("en-US", "where is my contract approval", "Waiting for Wen Zheng")]
    public async Task AP_06_the_newest_submission_is_the_one_that_is_asked_about(string locale, string said, string state)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Says("退回凌云电缆的合同，付款条款要改");
        await rep.Forges("submit_contract", ("deal", "D3"), ("terms", "3-4-3"));
        await rep.Forges("show_deal", ("deal", "D1"));

        (await rep.Says(said)).Hears("凌云电缆能耗", state);
    }

    [Theory]
    [InlineData("zh-CN", "刘晨", "东岭泵业WMS推进到方案提交", "还差什么", "需求确认", "《客户需求调研表》")]
    [InlineData("en-US", "Kevin Doyle", "move Quarry Stone EMS to proposal", "what's missing", "Qualify", "requirements survey")]
    [InlineData("en-US", "Kevin Doyle", "move Quarry Stone EMS to proposal", "what do I still owe on Quarry Stone EMS before it can move on", "Qualify", "requirements survey")]
    public async Task ST_05_after_a_gate_what_is_missing_is_the_checklist(string locale, string who, string move, string said, params string[] heard)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var rep = locale == "en-US" ? bot.As(who).InEnglish() : bot.As(who);
        await rep.Says(move);

        (await rep.Says(said)).Hears([.. heard, "○"]);
    }

    [Theory]
    [InlineData("zh-CN", "赵磊", "东岭阀门MES往下走", "商务谈判")]
    [InlineData("zh-CN", "赵磊", "东岭阀门MES往前推进", "商务谈判")]
    [InlineData("en-US", "Kevin Doyle", "move Quarry Stone EMS on", "Proposal")]
    public async Task ST_02_onward_is_the_next_stage(string locale, string who, string said, string stage)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = locale == "en-US" ? bot.As(who).InEnglish() : bot.As(who);

        (await rep.Says(said)).Hears("→", stage);
    }

    [Theory]
    [InlineData("凌云电缆 shipped")]
    [InlineData("凌云电缆 phase 1 shipped")]
    public async Task AP_08_that_it_shipped_is_the_state_of_the_order_and_no_lost_deal(string said)
    {
        await using var bot = await SignedContract.StartAsync();
        (await bot.As("赵磊").InEnglish().Says(said)).Hears("凌云电缆合同").DoesNotHear("lost");
        (await bot.As("林小雨").InEnglish().Says(said)).DoesNotHear("lost");
    }

    [Theory]
    [InlineData("凌云的合同郑总批了吗")]
    [InlineData("郑文批了凌云电缆的合同没")]
    public async Task AP_06_whether_a_named_approver_has_decided_is_told_of_what_waits_there(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));

        (await bot.As("赵磊").Says(said)).Hears("待 郑文 处理").DoesNotHear("没有在走的审批");
    }

    [Theory]
    [InlineData("凌云那个合同可以，前提是账期改成30天", "是")]
    [InlineData("凌云电缆的合同我同意，但必须先改质保条款", "是")]
    [InlineData("the 凌云电缆 contract is fine, but only if payment is within 30 days", "yes")]
    public async Task AP_01_a_yes_under_a_condition_approves_nothing_unasked(string said, string yes)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        var legal = yes == "yes" ? bot.As("郑文").InEnglish() : bot.As("郑文");

        await legal.Says(said);

        Assert.Equal(SalesBot.Approvals.ApprovalStatus.Pending, await bot.Look(db => Task.FromResult(db.Approvals.Single().Status)));
    }
}
