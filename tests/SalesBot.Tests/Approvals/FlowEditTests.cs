using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals.Flows;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>An admin changes the approval flows in chat: read back, with whom it touches, as versions that can be gone back to (AL-04, AP-08).</summary>
public sealed class FlowEditTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AL_04_the_time_of_a_step_is_changed_by_sentence_and_what_is_on_its_way_keeps_its_own(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        var admin = bot.As("管理员");

        (await admin.Says("把合同审批的时限改成24小时")).Hears("为什么修改审批流程");
        await admin.Says("月底赶回款");
        admin.Hears("保存为审批流程第 1 版", "48 小时", "24 小时", "1 项进行中的审批仍按提交时的流程", "月底赶回款");
        Assert.False(await bot.Look(db => db.Definitions.AnyAsync(d => d.Name == FlowBook.Name)));
        (await admin.Presses("确认")).Hears("审批流程第 1 版已生效");

        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        Assert.Equal([48, 24], await bot.Look(async db => (await db.Approvals.OrderBy(a => a.Id).ToListAsync()).ConvertAll(a => (int)(a.DueAt - a.SubmittedAt).TotalHours)));
        (await admin.Says("审批流程版本")).Hears("第 1 版", "管理员", "月底赶回款", "出厂版");
    }

    [Theory]
    [InlineData("set the time limit for contract approvals to 24 hours", "48 hours", "24 hours")]
    [InlineData("set the approver of contracts to Min Wu", "(Wen Zheng)", "Min Wu")]
    [InlineData("set the approver of contract approvals to head of finance and head of legal", "Min Wu")]
    [InlineData("contract approvals need all of them", "one of them", "all of them")]
    [InlineData("add a step to contract approvals for the sales director", "step 2", "Jack He")]
    [InlineData("set the discount threshold of quotes to 20 %", "more than 15 % off", "more than 20 % off")]
    [InlineData("set the approve all limit to 30000", "¥50,000", "¥30,000")]
    [InlineData("remove step 2 of quote approvals", "Quote", "step 2")]
    public async Task AL_04_each_edit_is_said_in_english_and_read_back_before_it_is_saved(string said, params string[] hears)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员").InEnglish();
        await admin.Says(said);
        if (said.Contains("quote approvals", StringComparison.Ordinal))
        {
            admin.Hears("Which approvals are meant?");
            await admin.Presses(admin.LastMessages[^1].Buttons.First(b => b.Title.Contains("15", StringComparison.Ordinal)).Title);
        }

        admin.Hears("Why are the approval flows changed?");
        await admin.Says("a new policy");

        admin.Hears(["Save this as version 1 of the approval flows?", "no open approvals", .. hears]);
        (await admin.Presses("Yes")).Hears("Version 1 of the approval flows holds");
    }

    [Theory]
    [InlineData("合同审批人改成吴敏", "吴敏")]
    [InlineData("合同审批改由财务负责人审批", "吴敏")]
    [InlineData("合同审批增加一步：销售总监", "何建国")]
    [InlineData("合同审批的通过方式改成过半", "过半通过")]
    [InlineData("报价优惠门槛改成20%", "优惠超过 20%")]
    [InlineData("批量批准上限改成3万", "¥30,000")]
    public async Task AL_04_the_same_in_chinese(string said, string hears)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        (await admin.Says(said)).Hears("为什么修改审批流程");
        (await admin.Says("新制度")).Hears("保存为审批流程第 1 版", hears);
    }

    [Fact]
    public async Task AL_04_by_buttons_a_flow_is_opened_changed_and_an_older_version_is_back_with_one_press()
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        await admin.Forges("show_flow", ("flow", "contract.1"));
        admin.Hears("合同审批", "法务负责人（郑文）");
        (await admin.Presses("审批人")).Hears("这一步由谁审批", "财务负责人（吴敏）");
        await admin.Presses("财务负责人（吴敏）");
        await admin.Says("法务休假");
        await admin.Presses("确认");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("吴敏").IsTold("合同审批 · 凌云电缆能耗");

        await admin.Says("审批流程版本");
        await admin.Forges("restore_flows", ("version", "0"), ("reason", "法务回来了"));
        admin.Hears("第 2 版", "财务负责人（吴敏）", "法务负责人（郑文）");
        await admin.Presses("确认");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        await bot.As("郑文").IsTold("合同审批 · 东岭阀门MES");
        Assert.Equal(2, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == FlowBook.Name)));
    }

    [Theory]
    [InlineData(true, "yes", "Version 1 of the approval flows holds", "my tasks", "24 hours")]
    [InlineData(false, "是", "审批流程第 1 版已生效", "我的待办", "24 小时")]
    public async Task AL_04_a_word_is_a_yes_too_and_a_question_between_leaves_it_open(bool english, string yes, string saved, string between, string back)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = english ? bot.As("管理员").InEnglish() : bot.As("管理员");
        await admin.Forges("flow_hours", ("flow", "contract"), ("value", "24"), ("reason", "faster"));

        (await admin.Says(between)).Hears(back);
        (await admin.Says(yes)).Hears(saved);
    }

    [Fact]
    public async Task AL_04_what_cannot_be_is_said_nobody_else_may_and_two_admins_do_not_overwrite_each_other()
    {
        await using var bot = await TestBot.StartAsync();
        var (admin, other) = (bot.As("管理员"), bot.As("管理员").InEnglish());
        (await admin.Says("合同审批人改成赵磊")).Hears("不能这样设置", "找不到有审批权限的人");
        (await admin.Forges("flow_hours", ("flow", "contract"), ("value", "0"), ("reason", "x"))).Hears("一步的时限为 1 到");
        (await admin.Forges("remove_flow_step", ("flow", "contract"), ("reason", "x"))).Hears("唯一的一步不能删除");
        (await bot.As("王芳").Says("把合同审批的时限改成24小时")).DoesNotHear("为什么修改");
        (await bot.As("赵磊").Forges("flow_hours", ("flow", "contract"), ("value", "1"), ("reason", "x"), ("base.seen", "0"), ("confirm", "true"))).DoesNotHear("已生效");
        Assert.Equal(2, await bot.Look(db => db.Audit.CountAsync(a => a.Refused)));

        await other.Forges("flow_hours", ("flow", "contract"), ("value", "24"), ("reason", "faster"));
        await admin.Forges("flow_hours", ("flow", "contract"), ("value", "72"), ("reason", "更稳"));
        await admin.Presses("确认");
        (await other.Presses("Yes")).Hears("This was changed after you were asked", "24 hours", "Version 1", "Admin");
        Assert.Equal(1, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == FlowBook.Name)));
    }

    [Theory]
    [InlineData("zh-CN", "超过100万的合同要总监再批一道", "为什么修改审批流程", "金额大", "确认", "金额不低于 ¥1,000,000", "何建国", "还是换回原来的", "第 1 版的原因：金额大", "恢复此版本")]
    [InlineData("en-US", "contracts over 1m need the director as well", "Why are the approval flows changed?", "risk", "Yes", "¥1,000,000 or more", "Jack He", "go back to how it was", "Because of: risk", "Go back to it")]
    [InlineData("zh-CN", "超过100万的合同要总监再批一道", "为什么修改审批流程", "金额大", "确认", "金额不低于 ¥1,000,000", "何建国", "撤销", "第 1 版的原因：金额大", "恢复此版本")]
    public async Task AL_04_a_further_approver_from_an_amount_on_is_a_way_of_its_own_and_can_be_gone_back_from(string locale, string said, string why, string reason, string yes, string bound, string director, string back, string offered, string button)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = locale == "en-US" ? bot.As("管理员").InEnglish() : bot.As("管理员");
        (await admin.Says(said)).Hears(why);
        (await admin.Says(reason)).Hears(bound, director);
        await admin.Presses(yes);

        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        Assert.Equal([2, 1], await bot.Look(async db => (await db.Approvals.OrderBy(a => a.Id).ToListAsync()).ConvertAll(a => Way.Of(a).Steps.Count)));

        (await admin.Says(back)).Hears(offered);
        await admin.Presses(button);
        (await admin.Says("back to normal")).Hears(bound);
        await admin.Presses(yes);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D5"));
        Assert.Equal(1, await bot.Look(async db => Way.Of(await db.Approvals.OrderByDescending(a => a.Id).FirstAsync()).Steps.Count));
    }
}
