using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.Tests.Talking;
using SalesBot.Words;

namespace SalesBot.Tests.Nudges;

/// <summary>What people say of rules, pauses, leave and the day, in words that nobody laid down.</summary>
public sealed class CentreSaidTests
{
    [Theory]
    [InlineData("商机停滞的提醒天数调成12天", "12 天", "为什么")]
    [InlineData("停滞满9天就提醒", "9 天", "为什么")]
    [InlineData("B类客户每10天联系一次", "B 类 10 天", "为什么")]
    [InlineData("沉默提醒改为40天", "满 40 天", "为什么")]
    [InlineData("make stalled deals 12 days", "12 天", "为什么")]
    [InlineData("remind us about stalled deals after 9 days", "9 天", "为什么")]
    [InlineData("B customers every 10 days", "B 类 10 天", "为什么")]
    [InlineData("别再提醒大家开票了", "发票未开", "对所有人生效")]
    [InlineData("turn off the silence nudges for everybody", "客户沉默", "对所有人生效")]
    public async Task AL_04_a_rule_is_changed_in_ones_own_words_and_what_is_understood_is_said_with_the_question_why(string said, string change, string why)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").Says(said)).Hears(change, why);
        Assert.Equal(0, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == "nudges")));
    }

    [Theory]
    [InlineData("别再给我推停滞提醒")]
    [InlineData("关掉停滞提醒")]
    [InlineData("turn off the stall alerts")]
    [InlineData("stop reminding me about stalled deals")]
    public async Task Who_may_not_turn_a_rule_off_reads_that_it_is_for_everybody_and_what_is_theirs_to_do(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("“商机停滞”是对所有人的规则", "只有管理员能停用", "关闭每日摘要");
    }

    [Theory]
    [InlineData("回测一下")]
    [InlineData("back-test this first")]
    public async Task A_change_that_is_still_asked_about_is_tried_on_the_past_and_the_question_stays(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        await admin.Says("停滞提醒改成20天");
        (await admin.Says(said)).Hears("还没保存的改动", "20 天", "为什么修改流程");
    }

    [Fact]
    public async Task Of_the_rule_that_was_looked_at_the_past_is_looked_at_as_it_stands()
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        await admin.Forges("nudge_rule", ("rule", "silent"));
        (await admin.Says("试算一下")).Hears("“客户沉默”现行规则的回测", "接下来 30 天");
        (await bot.As("赵磊").Says("试算一下")).Hears("权限范围内").DoesNotHear("现行规则");
    }

    [Theory]
    [InlineData("把所有提醒停两天", "为什么暂停全部提醒")]
    [InlineData("提醒停一下", "为什么暂停全部提醒")]
    [InlineData("提醒恢复吧", "现在没有暂停")]
    [InlineData("lift the pause", "现在没有暂停")]
    [InlineData("提醒现在还停着么", "公司的提醒没有暂停")]
    [InlineData("are the alerts still off?", "公司的提醒没有暂停")]
    public async Task AL_10_the_pause_is_spoken_of_as_people_do(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").Says(said)).Hears(heard);
        Assert.Equal(0, await bot.Look(db => db.NudgePauses.CountAsync()));
    }

    [Fact]
    public async Task AL_10_so_many_days_are_counted_from_today()
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        await admin.Says("把所有提醒停两天");
        await admin.Says("年会");
        (await admin.Says("好")).Hears("到 3月13日 周五 00:00 为止：年会");
    }

    [Theory]
    [InlineData("提醒都有什么规矩", "提醒规则")]
    [InlineData("which nudges do you send", "提醒规则")]
    [InlineData("我收到了哪些提醒", "您的提醒 0 条")]
    [InlineData("what have you told me about today", "您的提醒 0 条")]
    [InlineData("怎么会有这条提醒", "最近没有给您发过提醒")]
    [InlineData("why did I get this message", "最近没有给您发过提醒")]
    [InlineData("我哪天休假", "没有登记您的请假")]
    [InlineData("which days am I off", "没有登记您的请假")]
    public async Task What_is_asked_of_nudges_and_leave_is_answered_and_writes_nothing(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears(heard);
        Assert.Equal(0, await bot.Look(db => db.Absences.CountAsync()));
    }

    [Theory]
    [InlineData("I'm off next Monday and Tuesday", "2026-03-16", "2026-03-17")]
    [InlineData("out of office tomorrow", "2026-03-12", "2026-03-12")]
    [InlineData("后天请一天假", "2026-03-13", "2026-03-13")]
    [InlineData("下周一到周三休年假", "2026-03-16", "2026-03-18")]
    [InlineData("taking Friday off", "2026-03-13", "2026-03-13")]
    public async Task Complaint_31_leave_is_noted_for_the_days_that_were_said(string said, string from, string to)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears("请假已登记");
        var leave = await bot.Look(db => db.Absences.SingleAsync());
        Assert.Equal((DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)), (leave.From, leave.To));
    }

    [Fact]
    public async Task Days_apart_are_no_leave_unasked()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("I'm off Wednesday and Friday")).Hears("不相连");
        Assert.Equal(0, await bot.Look(db => db.Absences.CountAsync()));
    }

    [Fact]
    public async Task Who_is_back_keeps_the_leave_that_has_not_begun_until_it_is_called_off()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("我回来了")).Hears("欢迎回来");
        await rep.Says("后天请一天假");
        (await rep.Says("我回来了")).Hears("还没开始，仍然保留");
        (await rep.Says("把请假取消吧")).Hears("不再算请假");
        Assert.Equal(0, await bot.Look(db => db.Absences.CountAsync()));
    }

    [Fact]
    public void Each_rule_has_the_words_that_say_why_it_woke_somebody() =>
        Assert.All(NudgeRules.Shipped, rule => Assert.True(WordBook.Has("WhyNudge.clock." + rule.Id) && WordBook.Has("WhyNudge.clears." + rule.Id), rule.Id));

    [Fact]
    public async Task A_rep_hands_nothing_over_and_reads_what_happens_meanwhile()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("我休假期间让刘晨顶我")).Hears("只有审批人可以委托", "仍归您").DoesNotHear("权限范围内");
    }

    [Theory]
    [InlineData("今天该给谁打电话", "该联系")]
    [InlineData("who needs a call first", "该联系")]
    [InlineData("我这周先联系哪个客户", "该联系")]
    [InlineData("我哪些单子比较悬", "有风险的商机")]
    [InlineData("what risks do we have today", "有风险的商机")]
    public async Task The_day_begins_with_whom_to_call_and_what_is_at_risk(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).Hears(heard);
    }

    [Theory]
    [InlineData("明天提醒我开发票")]
    [InlineData("remind me about the invoice tomorrow")]
    [InlineData("沉默客户")]
    [InlineData("今天的待办")]
    [InlineData("A类客户有哪些")]
    public async Task Neighbours_keep_their_reading(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").Says(said)).DoesNotHear("规则", "该联系");
    }
}
