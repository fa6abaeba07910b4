using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

/// <summary>Who is reminded, of what, and what is asked where it is not said.</summary>
public sealed class RemindMeTests
{
    [Theory]
    [InlineData("周五提醒我问刘晨合同到哪了", "问刘晨合同到哪了")]
    [InlineData("明天下午三点你提醒我催一下刘晨", "催一下刘晨")]
    [InlineData("instead remind me on Friday to talk with 刘晨 about the samples", "talk with 刘晨 about the samples")]
    public async Task Whoever_says_me_is_reminded_whoever_is_named(string said, string content)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        (await manager.Says(said)).Hears("待办已添加", "\n" + content).DoesNotHear("已给 刘晨");
    }

    [Theory]
    [InlineData("明天早上提醒我拜访凌云", "拜访凌云")]
    [InlineData("后天提醒我发合同", "发合同")]
    [InlineData("下周二早上八点提醒我出发", "出发")]
    [InlineData("get me a reminder to ask the lab about the seals tmrw 11am", "ask the lab about the seals")]
    [InlineData("please set me a reminder to book the hall on friday", "book the hall")]
    public async Task What_is_to_be_done_keeps_its_verb(string said, string content)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("待办已添加", "\n" + content);
    }

    [Fact]
    public async Task It_is_what_was_just_planned()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("next step for Quarry Stone EMS: send the price list, Friday");
        rep.Hears("send the price list");
        (await rep.Says("and remind me of it on Thursday 5pm")).Hears("To-do added", "send the price list", "Thu 12 Mar 17:00");
    }

    [Fact]
    public async Task For_whom_says_not_what()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        (await manager.Says("给东岭建个待办")).Hears("有 2 个客户符合", "东岭阀门", "东岭泵业");
        (await manager.Says("泵业那家")).Hears("要做什么事");
        (await manager.Says("下周一寄样品")).Hears("待办已添加", "东岭泵业", "寄样品", "3月16日");
    }

    [Theory]
    [InlineData("这周五之前要回访的有谁")]
    [InlineData("下周要拜访的是哪几家")]
    public async Task A_question_whom_to_see_adds_nothing(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(asked)).DoesNotHear("添加待办”", "✓");
    }

    [Theory]
    [InlineData("凌云那个5月招标，提醒我4月20号问一下标书", 4, 20)]
    [InlineData("凌云电缆的方经理说下周二给反馈，提醒我周三问他", 3, 18)]
    [InlineData("凌云电缆 decides end of may, remind me on 20 april to ask about it", 4, 20)]
    public async Task The_day_behind_the_reminder_is_its_day(string said, int month, int day)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(new DateOnly(2026, month, day), (await bot.Look(db => Task.FromResult(db.Todos.Single()))).DueOn);
    }
}
