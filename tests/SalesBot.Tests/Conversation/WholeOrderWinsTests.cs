using SalesBot.Tests.Process;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>While something is asked, a complete order is carried out and the question comes back (DESIGN.md 2, rule 2).</summary>
public sealed class WholeOrderWinsTests
{
    [Theory]
    [InlineData("zh-CN", "把方案提交改名叫方案", "东岭阀门MES改成70万", "¥700,000", "为什么修改流程", "阶段名太长", "原因", "阶段名太长")]
    [InlineData("zh-CN", "合同审批加一步 总监", "东岭阀门MES改成70万", "¥700,000", "为什么修改审批流程", "上次出过问题", "原因", "上次出过问题")]
    [InlineData("zh-CN", "拆单窗口改成60天", "凌云电缆能耗丢单了，价格没谈拢", "已记为丢单", "为什么修改规则", "老板要求", "原因", "老板要求")]
    [InlineData("en-US", "rename proposal to offer", "change Quarry Stone EMS to 90k", "$90,000", "Why is the process changed", "shorter", "Why", "shorter")]
    [InlineData("en-US", "set the split window to 60 days", "change Quarry Stone EMS to 90k", "$90,000", "Why is the rule changed", "auditors want it", "Why", "auditors want it")]
    public async Task AL_04_an_order_is_no_reason(string locale, string edit, string order, string done, string back, string reason, params string[] readBack)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var admin = locale == "en-US" ? bot.As("管理员").InEnglish() : bot.As("管理员");

        (await admin.Says(edit)).Hears(back);
        (await admin.Says(order)).Hears(done, back);
        (await admin.Says(reason)).Hears(readBack).DoesNotHear(order);
    }

    [Theory]
    [InlineData("赵磊", "zh-CN", "D1", "新建商机", "凌云电缆合同什么状态", "凌云电缆", "东岭阀门")]
    [InlineData("Kevin Doyle", "en-US", "D7", "new deal", "contract status of Quarry", "Quarry", "Quarry")]
    public async Task An_order_about_another_customer_is_not_the_new_deals_customer(string who, string locale, string seen, string order, string question, string about, string customer)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = locale == "en-US" ? bot.As(who).InEnglish() : bot.As(who);
        await rep.Forges("show_deal", ("deal", seen));
        (await rep.Says(order)).Hears(customer);

        (await rep.Says(question)).Hears(about);
        await rep.Says(locale == "en-US" ? "30k" : "30万");
        rep.Hears(customer);
    }

    [Theory]
    [InlineData("新建商机", "投诉：法务三天没回我", "投诉已记录", "接着刚才的“新建商机”")]
    [InlineData("新建商机", "投诉：审批太慢了", "投诉已记录", "接着刚才的“新建商机”")]
    [InlineData("新建商机", "我的合同", "合同", "接着刚才的“新建商机”")]
    [InlineData("new deal", "complain: legal takes for ever", "Complaint noted", "Back to “New deal”")]
    [InlineData("new deal", "my contracts", "ontracts", "Back to “New deal”")]
    public async Task A_complaint_or_a_look_wins_over_an_open_form(string form, string order, string done, string back)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = form == "new deal" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(form);

        (await rep.Says(order)).Hears(done, back);
    }

    [Fact]
    public async Task AL_04_another_change_said_whole_takes_nothing_from_the_one_that_was_asked_about()
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员").InEnglish();
        await admin.Says("contracts over 1m need the director as well");
        await admin.Says("quotes above 500k also need finance");
        await admin.Presses(admin.LastMessages.SelectMany(h => h.Buttons).First(b => b.Verb == "add_flow_step" && !b.Title.Contains("15", StringComparison.Ordinal)).Title);
        await admin.Says("risk");
        admin.Hears("Quote approval", "¥500,000", "Min Wu").DoesNotHear("Contract approval");
    }

    [Theory]
    [InlineData("东岭阀门MES到赢单了吗？")]
    [InlineData("东岭阀门MES赢单了吗")]
    public async Task A_question_after_a_follow_up_is_no_next_step(string question)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("今天拜访了东岭阀门周总，方案认可");
        rep.Hears("跟进已记录");

        (await rep.Says(question)).Hears("东岭阀门MES", "方案提交").DoesNotHear("下一步已定");
    }
}
