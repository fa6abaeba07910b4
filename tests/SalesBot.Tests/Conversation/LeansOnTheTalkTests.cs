using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>What was done, shown or asked just before says what a few words mean.</summary>
public sealed class LeansOnTheTalkTests
{
    [Fact]
    public async Task A_correction_by_so_much_counts_from_before_the_act()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES推迟一周");
        rep.Hears("4月12日", "4月19日");
        await rep.Says("不对 两周");
        rep.Hears("已更正", "4月12日", "4月26日");
        await rep.Says("凌云电缆能耗加五万");
        rep.Hears("¥1,500,000");
        await rep.Says("不对，减五万");
        rep.Hears("¥1,450,000 → **¥1,400,000**");
    }

    [Theory]
    [InlineData("东岭阀门MES延后两周")]
    [InlineData("东岭阀门MES往后挪两周")]
    [InlineData("东岭阀门MES签约推后两周")]
    public async Task Put_off_by_so_long_counts_from_the_day_that_was_planned(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says(text);
        rep.Hears("4月12日", "4月26日");
    }

    [Theory]
    [InlineData("不对，是约周总下周一看样机", "看样机", "3月16日")]
    [InlineData("说错了，是寄合同样本 周四", "寄合同样本", "3月12日")]
    public async Task A_correction_with_another_deed_changes_what_is_to_be_done(string text, string deed, string day)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES下一步周五回访周总");
        rep.Hears("下一步已定");
        await rep.Says(text);
        rep.Hears("已更正", deed, day).DoesNotHear("回访");
    }

    [Fact]
    public async Task So_long_before_counts_back_from_what_was_just_planned()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗下一步明天下午三点去演示");
        await rep.Says("提前一小时提醒我");
        rep.Hears("已设提醒：去演示", "3月12日 周四 14:00").DoesNotHear("待办已添加", "提前");
        await rep.Says("我的待办");
        rep.Hears("去演示", "3月12日 周四 15:00").DoesNotHear("14:00");
    }

    [Theory]
    [InlineData("到四月二十号就行")]
    [InlineData("4月20号也行")]
    public async Task Another_day_that_will_do_corrects(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES延到四月底");
        await rep.Says(text);
        rep.Hears("已更正", "4月20日");
    }

    [Theory]
    [InlineData("嗯对，下一步就是这个，周四寄样本", "寄样本")]
    [InlineData("对，就是下一步，周四寄样本", "寄样本")]
    public async Task Words_around_the_answer_are_no_part_of_the_step(string text, string step)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("刚跟东岭阀门周总通了电话，他要看样本");
        await rep.Says(text);
        rep.Hears("下一步已定", "\n" + step + "\n", "3月12日");
    }

    [Fact]
    public async Task How_much_now_is_asked_of_the_deal_that_was_just_changed()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES降5%");
        await rep.Says("现在多少了");
        rep.Hears("东岭阀门MES", "¥646,000").DoesNotHear("目标");
    }

    [Theory]
    [InlineData("啊 他们又有意向了 别丢")]
    [InlineData("他又来电话了，先别丢单")]
    public async Task What_is_forbidden_right_after_it_was_done_is_taken_back(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES丢单，价格谈不拢");
        rep.Hears("已记为丢单");
        await rep.Says(text);
        rep.Hears("已撤销");
    }

    [Fact]
    public async Task A_no_that_only_names_the_same_customer_takes_back_and_corrects_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗赢单了");
        rep.Hears("恭喜赢单");
        await rep.Says("不，凌云只是口头答应");
        rep.Hears("已撤销").DoesNotHear("已更正");
    }

    [Theory]
    [InlineData("联系人叫宋文斌 13911220066", "宋文斌")]
    [InlineData("her name is Ilona Brandt, 0171 5550166", "Ilona Brandt")]
    [InlineData("联系人是宋老板，13911220066", "宋老板")]
    [InlineData("对接人叫宋国庆，13911220066", "宋国庆")]
    public async Task A_contact_told_right_after_a_new_customer_is_added_to_it(string text, string name)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("新建客户 临江钢构");
        rep.Hears("客户已新建");
        await rep.Says(text);
        rep.Hears("联系人已保存", "临江钢构", name + "\n", "电话");
        await rep.Says("撤销");
        rep.Hears("已撤销", name);
    }

    [Fact]
    public async Task A_question_for_an_unknown_customer_comes_back_after_something_else()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("鼎盛纺织的金额改成九十五万");
        rep.Hears("没有找到");
        await rep.Says("看下凌云电缆能耗");
        rep.Hears("凌云电缆能耗").DoesNotHear("系统出错");
    }

    [Theory]
    [InlineData("刚才那个不算 还原")]
    [InlineData("刚刚那条撤掉")]
    public async Task What_was_just_done_is_taken_back_though_a_next_step_is_asked_for(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("刚拜访完东岭阀门 方案认可了");
        rep.Hears("下一步做什么");
        (await rep.Says(said)).Hears("已撤销").DoesNotHear("下一步已定");
    }

    [Fact]
    public async Task A_file_right_after_a_list_holds_what_was_listed()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("我的商机有哪些");
        await rep.Says("导出成excel");
        rep.DoesNotHear("要导出什么");
    }

    [Theory]
    [InlineData("能耗看板也推进一步")]
    [InlineData("能耗看板往前推一步")]
    public async Task Another_deal_of_the_same_customer_is_called_by_its_own_words(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给东岭阀门新建商机，叫能耗看板，30万，6月底签");
        await rep.Says("东岭阀门MES推到商务谈判");
        rep.Hears("东岭阀门MES", "商务谈判");
        await rep.Says(text);
        rep.Hears("能耗看板", "线索获取 → **初步接触**").DoesNotHear("MES", "赢单");
    }

    [Theory]
    [InlineData("早上九点也给我设个提醒")]
    [InlineData("九点提醒我一下")]
    public async Task An_hour_alone_is_one_of_the_day_that_was_just_planned(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆能耗下一步下周四去演示");
        rep.Hears("下一步已定", "3月19日");
        await rep.Says(text);
        rep.Hears("待办已添加", "去演示", "3月19日 周四 09:00");
    }

    [Fact]
    public async Task A_target_right_after_its_progress_is_for_the_same_time()
    {
        await using var bot = await TestBot.StartAsync();
        var boss = bot.As("王芳");
        await boss.Says("赵磊二季度目标完成多少了");
        await boss.Says("给他定80万");
        boss.Hears("赵磊", "¥800,000", "4月1日", "6月30日");
        await boss.Says("写少了 100万");
        boss.Hears("¥1,000,000", "已更正");
    }

    [Theory]
    [InlineData("只要刘晨的")]
    [InlineData("就看刘晨的")]
    [InlineData("only Chen Liu's")]
    public async Task Fewer_of_the_stalled_deals_are_still_stalled_ones(string text)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PassAsync(TimeSpan.FromDays(40));
        var boss = bot.As("王芳");
        await boss.Says("我们组停滞的商机");
        boss.Hears("没有推进", "东岭泵业WMS", "东岭阀门MES");
        await boss.Says(text);
        boss.Hears("没有推进", "东岭泵业WMS").DoesNotHear("东岭阀门MES");
    }
}
