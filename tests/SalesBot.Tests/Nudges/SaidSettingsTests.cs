using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>Rules in a newcomer's words, and undo and cancel while something is asked.</summary>
public sealed class SaidSettingsTests
{
    [Theory]
    [InlineData("B类改成12天联系一次", "B 类 12 天")]
    [InlineData("C级客户40天一联系", "C 类 40 天")]
    [InlineData("A类客户十天跟进一次", "A 类 10 天")]
    [InlineData("b类的拜访周期调到20天", "B 类 20 天")]
    [InlineData("contact A customers every 9 days", "A 类 9 天")]
    [InlineData("A customers must be called every three weeks", "A 类 21 天")]
    public async Task AL_08_a_grade_is_due_for_contact_in_loose_words(string said, string change)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").Says(said)).Hears(change, "为什么");
        (await bot.As("赵磊").Says(said)).Hears("管理员");
        Assert.Equal(0, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == "nudges")));
    }

    [Theory]
    [InlineData("公海回收A类改70天", "A 类未跟进回收", "70 天")]
    [InlineData("C类公海改成120天", "C 类未跟进回收", "120 天")]
    [InlineData("B类客户三个月没跟进就回公海", "B 类未跟进回收", "90 天")]
    [InlineData("recycle A customers after 70 days", "A 类未跟进回收", "70 天")]
    public async Task CU_11_when_customers_go_back_to_the_pool_in_loose_words(string said, string figure, string days)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").Says(said)).Hears(figure, days, "为什么");
        (await bot.As("赵磊").Says(said)).Hears("管理员").DoesNotHear("个人设置");
    }

    [Theory]
    [InlineData("recycle after 70 days")]
    [InlineData("公海回收改70天")]
    public async Task CU_11_without_a_grade_it_is_asked_which(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        (await admin.Says(said)).Hears("哪一类客户");
        (await admin.Presses("B 类")).Hears("B 类未跟进回收", "70 天", "为什么");
    }

    [Theory]
    [InlineData("哪些A类客户10天没联系了")]
    [InlineData("which A customers were not contacted for 10 days")]
    [InlineData("公海规则")]
    public async Task A_question_about_customers_changes_no_rule(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").Says(said)).DoesNotHear("为什么修改", "为什么要改");
    }

    [Theory]
    [InlineData("撤销")]
    [InlineData("undo")]
    [InlineData("算了")]
    [InlineData("cancel")]
    [InlineData("别写了")]
    [InlineData("撤回吧")]
    [InlineData("算了别改了")]
    public async Task What_drops_the_order_is_no_reason_for_it_and_takes_back_nothing_else(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        await admin.Says("提醒我周五开会");
        await admin.Says("B类改成12天联系一次");
        (await admin.Says(said)).Hears("没有再做任何改动");
        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync(t => t.Owner.Name == "管理员" && t.DoneAt == null)));
        Assert.Equal(0, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == "nudges")));
    }

    [Theory]
    [InlineData("丢单东岭阀门MES")]
    [InlineData("东岭阀门MES冻结到4月30日")]
    [InlineData("给东岭阀门开个工单")]
    public async Task So_it_is_whatever_is_asked(string order)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says(order);
        (await manager.Says("撤销")).Hears("没有再做任何改动");
        Assert.Equal(0, await bot.Look(db => db.Audit.CountAsync(a => !a.Refused)));
    }

    [Fact]
    public async Task Right_after_an_act_with_a_light_question_undo_is_of_the_act()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("今天拜访了东岭阀门的周总，谈了接口");
        (await rep.Says("撤销")).Hears("已撤销");
    }
}
