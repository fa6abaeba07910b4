using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>While words, a day or a sum are asked for, a message that begins as a look or a change is one, and no answer (DESIGN.md 2, rule 2).</summary>
public sealed class OrderedAnewTests
{
    [Theory]
    [InlineData("pull up quarry stone EMS", "Quarry Stone EMS", "$88,000")]
    [InlineData("please open quarry", "Quarry Stone")]
    [InlineData("show me the quarry stone ems deal", "$88,000")]
    [InlineData("let me see Quarry Stone EMS", "$88,000")]
    public async Task A_look_right_after_a_report_is_no_step(string said, params string[] shown)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        (await rep.Says("called Quarry Stone, they are fine")).Hears("What comes next");

        (await rep.Says(said)).Hears(shown).DoesNotHear("On which day", "Next step set", "To-do added");
        Assert.Null((await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D7")))).NextStep);
    }

    [Theory]
    [InlineData("打开凌云电缆能耗", "¥1,450,000")]
    [InlineData("帮我看下百川水务", "百川水务集团")]
    [InlineData("查一下凌云", "凌云电缆股份")]
    public async Task A_look_in_chinese_is_no_step_either(string said, string shown)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("昨天给东岭阀门打了电话，一切正常")).Hears("下一步做什么");

        (await rep.Says(said)).Hears(shown).DoesNotHear("哪一天", "下一步已定", "待办已添加");
        Assert.Null((await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1")))).NextStep);
    }

    [Theory]
    [InlineData("Kevin Doyle", "called Quarry Stone, they are fine", "rename the to-do send prices", "To-do added")]
    [InlineData("Kevin Doyle", "called Quarry Stone, they are fine", "remove that reminder for Quarry Stone", "To-do added")]
    [InlineData("赵磊", "昨天给东岭阀门打了电话，一切正常", "把寄样品那条待办删了", "下一步已定")]
    [InlineData("赵磊", "昨天给东岭阀门打了电话，一切正常", "取消东岭阀门那条待办", "下一步已定")]
    public async Task A_change_of_what_is_there_is_no_step(string who, string report, string said, string never)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = who == "赵磊" ? bot.As(who) : bot.As(who).InEnglish();
        await rep.Says(report);

        (await rep.Says(said)).DoesNotHear(never, "On which day", "哪一天");
        Assert.Empty(await bot.Look(db => Task.FromResult(db.Todos.ToList())));
    }

    [Theory]
    [InlineData("see the plant manager on Friday")]
    [InlineData("find out who decides, Friday")]
    public async Task What_only_begins_so_is_the_step(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("called Quarry Stone, they are fine");

        (await rep.Says(said)).Hears("Next step set");
    }

    [Theory]
    [InlineData("下周三看看他们的产线")]
    [InlineData("改方案 周五")]
    [InlineData("查一下库存，周五回他")]
    public async Task What_only_begins_so_is_the_step_in_chinese(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("昨天给东岭阀门打了电话，一切正常");

        (await rep.Says(said)).Hears("下一步已定");
    }

    [Fact]
    public async Task A_bare_name_where_a_day_is_asked_is_shown_and_the_question_comes_back_once()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("给东岭阀门新建商机，备件，20万")).Hears("预计哪天成交");

        (await rep.Says("凌云电缆能耗")).Hears("¥1,450,000", "接着刚才的“新建商机”");
        (await rep.Says("百川水务平台")).Hears("¥2,600,000").DoesNotHear("接着刚才");
        (await rep.Says("6月30日")).Hears("商机已新建", "6月30日");
    }

    [Fact]
    public async Task An_optional_question_lapses_with_the_first_message_that_is_no_answer()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("called Quarry Stone, they are fine");
        await rep.Says("my deals");

        (await rep.Says("they liked the samples")).DoesNotHear("On which day", "Next step set", "To-do added");
    }

    [Theory]
    [InlineData("赵磊", "算了", "凌云电缆能耗", "接着刚才")]
    [InlineData("Ray", "cancel", "my deals", "Back to")]
    public async Task What_was_cancelled_never_comes_back(string who, string cancel, string look, string back)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = who == "赵磊" ? bot.As("赵磊") : bot.As("赵磊").InEnglish();
        await rep.Says(who == "赵磊" ? "给东岭阀门新建商机，备件，20万" : "new deal for 东岭阀门, spares, 20k");
        await rep.Says(cancel);

        (await rep.Says(look)).DoesNotHear(back);
    }

    [Theory]
    [InlineData("凌云电缆能耗停了是吧")]
    [InlineData("东岭阀门MES现在谁在跟？")]
    public async Task A_question_is_no_reason(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        (await admin.Says("拆单窗口改成60天")).Hears("为什么");

        await admin.Says(said);
        (await admin.Says("审计要求")).Hears("审计要求").DoesNotHear(said);
    }
}
