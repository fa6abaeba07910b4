using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>What a message is about where it names nothing, or another than the one before.</summary>
public sealed class TalkOfOneThingTests
{
    [Theory]
    [InlineData("呃 我说的是能耗看板")]
    [InlineData("不对，是能耗看板")]
    public async Task A_correction_may_only_name_the_other_deal(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给东岭阀门新建商机，叫能耗看板，30万，6月底签");
        await rep.Says("东岭阀门MES改成35万");
        rep.Hears("东岭阀门MES", "¥350,000");
        await rep.Says(text);
        rep.Hears("已更正", "能耗看板", "¥300,000 → **¥350,000**").DoesNotHear("对吗");
    }

    [Theory]
    [InlineData("凌云电缆能耗降到140万")]
    [InlineData("东岭阀门MES加两万")]
    public async Task An_order_with_an_amount_is_no_answer_to_whether_something_is_to_be_noted(string order)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("show_deal", ("deal", "D5"));
        await rep.Says("百川那边的系统好像又换了");
        await rep.Says(order);
        rep.Hears("金额已修改").DoesNotHear("跟进已记录");
    }

    [Theory]
    [InlineData("它什么时候签")]
    [InlineData("什么时候能签")]
    public async Task After_the_largest_were_asked_for_it_is_the_largest(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("show_deal", ("deal", "D1"));
        await rep.Says("我手上最大的单");
        await rep.Says(text);
        rep.Hears("百川水务平台", "6月30日").DoesNotHear("东岭");
    }

    [Fact]
    public async Task A_lead_that_is_to_become_a_customer_makes_no_customer_of_the_words()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("新线索 临江面粉厂 转介绍的");
        rep.Hears("线索已新建");
        await rep.Says("把它转成客户");
        rep.DoesNotHear("客户已新建");
    }

    [Fact]
    public async Task A_word_or_two_of_its_own_is_what_the_new_deal_is_for()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("新建客户 临江面粉厂");
        rep.Hears("客户已新建");
        await rep.Says("建个商机，过滤机，四十万，七月底");
        rep.Hears("商机已新建", "临江面粉", "过滤机\n");
    }

    [Fact]
    public async Task A_discount_is_no_day_when_a_question_for_one_came_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步去做演示");
        await rep.Says("凌云电缆能耗的报价提交审批，打九五折");
        rep.Hears("报价已提交审批");
        await rep.Says("九七折吧");
        rep.Hears("已更正").DoesNotHear("读成日期");
    }

    [Theory]
    [InlineData("王芳", "那百川呢", "百川")]
    [InlineData("王芳", "凌云的呢", "凌云")]
    public async Task What_waits_is_narrowed_to_a_customer(string boss, string text, string customer)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗的报价提交审批，打九五折");
        await rep.Says("百川水务平台的报价提交审批，打九折");
        var manager = bot.As(boss);
        await manager.Says("有什么要我批的");
        manager.Hears("2 个");
        await manager.Says(text);
        manager.Hears(customer).DoesNotHear(customer == "百川" ? "凌云" : "百川");
    }

    [Theory]
    [InlineData("她手上还有几单")]
    [InlineData("她那边还有多少单子")]
    public async Task How_many_are_still_there_hands_nothing_over(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("帮刘晨把东岭泵业的下一步定成周五演示");
        manager.Hears("下一步已定");
        await manager.Says(text);
        manager.DoesNotHear("负责。", "已转交");
    }

    [Fact]
    public async Task Whether_an_approver_has_decided_is_asked_of_ones_own_submissions()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗的报价提交审批，打九五折");
        await rep.Says("王经理批了吗");
        rep.Hears("凌云电缆能耗").DoesNotHear("没有提交过审批");
    }

    [Theory]
    [InlineData("百川那份呢")]
    [InlineData("平台那份呢")]
    [InlineData("好，那催下他")]
    public async Task To_ask_after_what_waits_decides_nothing(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗的报价提交审批，打九五折");
        await rep.Says("百川水务平台的报价提交审批，打九折");
        var manager = bot.As("王芳");
        await manager.Says("凌云的报价谁提交的");
        await manager.Says(text);
        manager.DoesNotHear("王芳 已于");
        await manager.Says("有什么要我批的");
        manager.Hears("2 个");
    }

    [Fact]
    public async Task A_report_on_somebody_else_takes_nothing_from_the_one_that_waits_for_a_yes()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门那边的系统好像又换了");
        await rep.Says("百川那边约了下周来看样机");
        rep.DoesNotHear("系统好像又换了");
    }
}
