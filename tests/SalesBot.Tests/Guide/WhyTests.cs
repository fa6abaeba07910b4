using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Guide;

/// <summary>“Why?” shows which words gave which part of the last message's orders, and changes nothing in the talk.</summary>
public sealed class WhyTests
{
    [Theory]
    [InlineData("为什么")]
    [InlineData("80万哪来的")]
    [InlineData("怎么变成80万了")]
    [InlineData("为什么要改成80万")]
    [InlineData("你怎么知道是东岭阀门")]
    [InlineData("why?")]
    [InlineData("why did you change it?")]
    [InlineData("where did 800k come from?")]
    [InlineData("how did you get that?")]
    public async Task It_is_asked_in_many_ways(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成80万");
        (await rep.Says(asked)).Hears("我是这样理解的", "修改商机金额", "来自“80万”").DoesNotHear("已修改");
    }

    [Theory]
    [InlineData("为什么丢单")]
    [InlineData("why did we lose it?")]
    [InlineData("怎么改金额")]
    public async Task A_question_about_the_business_is_none_about_the_reading(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成80万");
        (await rep.Says(asked)).DoesNotHear("我是这样理解的");
    }

    [Fact]
    public async Task In_english_with_the_words_as_typed()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("add a to-do: call 周国平 on Friday");
        (await rep.Says("how did you get Friday?")).Hears("This is how I read it", "Add a to-do", "Fri 13 Mar, from “Friday”");
    }

    [Fact]
    public async Task A_correction_after_it_still_corrects_and_is_shown_without_what_it_took_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await SayAsync(bot, rep, "东岭阀门MES改成80万", "为什么", "75万");
        rep.Hears("已更正", "¥750,000");
        await SayAsync(bot, rep, "为什么");
        rep.Hears("750,000，来自“75万”", "东岭阀门MES，来自之前谈到的内容").DoesNotHear("撤销上一步", "800,000");
    }

    [Fact]
    public async Task After_a_button_it_says_so()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await SayAsync(bot, rep, "东岭阀门MES改成80万");
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        await rep.Presses("撤销");
        await SayAsync(bot, rep, "为什么");
        rep.Hears("撤销上一步：您按了按钮").DoesNotHear("800,000");
    }

    [Fact]
    public async Task A_question_stays_open_and_its_answers_are_shown_with_the_words_that_asked()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await SayAsync(bot, rep, "给东岭阀门MES报价走个审批", "为什么", "95折 付款条件货到30天", "为什么");
        rep.Hears("提交报价审批，依据", "9.5折，来自“95折”", "货到30天");
        await SayAsync(bot, rep, "是");
        rep.Hears("报价已提交审批").DoesNotHear("打几折");
    }

    [Fact]
    public async Task After_a_form_every_field_has_its_name()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("add_contact", ("customer", "C3"), ("contact_name", "张敏"), ("title", "财务总监"), ("motive", "省电"), ("phone", "13700001234"));
        rep.Hears("张敏");
        (await rep.Says("为什么")).Hears("您按了按钮", "职务", "财务总监", "省电");
        (await rep.InEnglish().Says("why")).Hears("you pressed a button", "Title");
    }

    [Fact]
    public async Task What_only_we_call_so_is_shown_by_the_words_and_a_key_by_its_name()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await SayAsync(bot, rep, "凌云电缆能耗现在多少钱", "为什么");
        rep.Hears("多少钱”").DoesNotHear("amount");
        await SayAsync(bot, rep, "本季度丢了哪些单", "为什么");
        rep.Hears("“本季度”").DoesNotHear("this_quarter", "lost");
    }

    [Fact]
    public async Task After_no_order_it_says_that_there_was_none()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await SayAsync(bot, rep, "要是凌云不肯签就把金额改成100万", "为什么");
        rep.Hears("没有从中读出有把握的指令");
        (await rep.InEnglish().Says("why?")).Hears("I found no order in it");

        // And what was supposed can still be ordered.
        await SayAsync(bot, rep, "那就改");
        rep.Hears("修改商机金额", "1,000,000");
    }

    [Fact]
    public async Task After_thanks_the_order_before_is_meant()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await SayAsync(bot, rep, "东岭阀门MES改成80万", "谢谢", "为什么");
        rep.Hears("来自“80万”");
    }

    private static async Task SayAsync(TestBot bot, Talk talk, params string[] texts)
    {
        foreach (var text in texts)
        {
            await bot.PassAsync(TimeSpan.FromMinutes(1));
            await talk.Says(text);
        }
    }
}
