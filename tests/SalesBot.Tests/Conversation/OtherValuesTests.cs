using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Right after an act: another end, another day, a second value, the last digits, or that it was not so.</summary>
public sealed class OtherValuesTests
{
    [Theory]
    [InlineData("下周我休假，审批交给孙丽", "到25号", "3月25日")]
    [InlineData("下周我休假，审批交给孙丽", "那就到月底吧", "3月31日")]
    public async Task The_day_said_last_ends_a_delegation(string order, string until, string end)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        (await manager.Says(order)).Hears("孙丽", "3月16日", "3月22日");
        (await manager.Says(until)).Hears("已更正", "3月16日", end);
    }

    [Fact]
    public async Task The_day_said_last_ends_a_delegation_in_English()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("Emma Novak").InEnglish();
        (await manager.Says("away next week, Lily Sun covers my approvals")).Hears("Lily Sun", "22 Mar");
        (await manager.Says("until the 27th")).Hears("corrected", "27 Mar");
    }

    [Theory]
    [InlineData("改到72万，五月底", "¥720,000", "5月31日")]
    [InlineData("调到72万 5月20号", "¥720,000", "5月20日")]
    [InlineData("改到六月底，72万", "¥720,000", "6月30日")]
    [InlineData("make it 720k, end of May", "¥720,000", "5月31日")]
    public async Task An_amount_and_a_day_are_both_changed(string said, string amount, string day)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看下东岭阀门MES");
        (await rep.Says(said)).Hears("金额已修改", amount, "预计成交已修改", day);
    }

    [Theory]
    [InlineData("hm 17th is better", "Tue 17 Mar")]
    [InlineData("oh, 9th works better", "Thu 9 Apr")]
    [InlineData("actually 2nd", "Thu 2 Apr")]
    public async Task A_bare_ordinal_is_another_day(string said, string day)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        (await rep.Says("next step for Quarry Stone EMS: site walk on Friday")).Hears("Fri 13 Mar");
        (await rep.Says(said)).Hears("corrected", day);
    }

    [Theory]
    [InlineData("抱歉 他们其实还没签", "撤销")]
    [InlineData("啊 只是口头答应", "撤销")]
    [InlineData("oh no they haven't signed yet", "撤销")]
    public async Task That_nobody_signed_offers_to_take_the_win_back(string said, string offered)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("凌云电缆能耗赢单了")).Hears("凌云电缆能耗");
        (await rep.Says(said)).Hears(offered).DoesNotHear("跟进已记录");
        await rep.Says("是的");
        (await rep.Says("看下凌云电缆能耗")).Hears("商务谈判");
    }

    [Theory]
    [InlineData("号码错了 后四位是4455", "13912344455")]
    [InlineData("sorry, the phone ends in 77", "13912340077")]
    public async Task The_last_digits_of_a_number_are_put_right(string said, string phone)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("百川水务加个联系人 何敏，手机13912340000")).Hears("何敏", "13912340000");
        (await rep.Says(said)).Hears("何敏", phone).DoesNotHear("金额");
    }

    [Theory]
    [InlineData("再提醒我后天给凌云打电话", "给凌云打电话")]
    [InlineData("待办：周五前给百川寄合同", "给百川寄合同")]
    public async Task A_further_to_do_keeps_its_own_words(string said, string content)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我明天查库存");
        (await rep.Says(said)).Hears("待办已添加", content).DoesNotHear("赵磊的待办", "查库存");
    }

    [Fact]
    public async Task A_correction_is_not_of_an_act_before_one_that_was_refused()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我明天给凌云寄样品");
        await rep.Says("东岭泵业WMS改成50万");
        (await rep.Says("哦不，周五吧")).DoesNotHear("给凌云寄样品", "已更正");
    }

    [Fact]
    public async Task What_comes_next_is_kept_while_the_customer_is_asked_for()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("今天拜访了鸿远锻造，谈得不错")).Hears("鸿远锻造");
        (await rep.Says("下周一下午再去他们那一趟")).Hears("鸿远锻造").DoesNotHear("待办已添加");
        (await rep.Says("哦不，周四吧")).Hears("鸿远锻造").DoesNotHear("已更正");
    }
}
