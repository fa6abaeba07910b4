using Microsoft.EntityFrameworkCore;
using SalesBot.Promises;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>Sentences that hold the words of an order and are none: questions, answers, and what is said of something else.</summary>
public sealed class QuestionSayingsTests
{
    [Theory]
    [InlineData("Friday off?")]
    [InlineData("周五休假？")]
    [InlineData("下周一请假吗")]
    [InlineData("am I off on Friday")]
    [InlineData("下周三让刘晨代我？")]
    public async Task A_question_takes_no_leave_and_names_nobody_to_stand_in(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says(said)).DoesNotHear("请假已登记", "委托已");
        Assert.Equal(0, await bot.Look(db => db.Absences.CountAsync()));
        Assert.Equal(0, await bot.Look(db => db.Audit.CountAsync(a => !a.Refused && (a.Command == "take_leave" || a.Command == "stand_in"))));
    }

    [Theory]
    [InlineData("帮我请周五的假好吗", "2026-03-13", "2026-03-13")]
    [InlineData("周五休假，行吗？", "2026-03-13", "2026-03-13")]
    [InlineData("我休周五", "2026-03-13", "2026-03-13")]
    [InlineData("我请周五的假", "2026-03-13", "2026-03-13")]
    [InlineData("下周一请三天假", "2026-03-16", "2026-03-18")]
    public async Task What_is_asked_to_be_done_is_an_order(string said, string from, string to)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        var leave = await bot.Look(db => db.Absences.SingleAsync());
        Assert.Equal((from, to), (leave.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), leave.To.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("我请三天假", "2026-03-16", "2026-03-18")]
    [InlineData("要休两天年假", "2026-03-16", "2026-03-17")]
    public async Task So_many_days_of_leave_are_asked_for_their_first(string said, string from, string to)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says(said)).DoesNotHear("没有登记您的请假", "请假已登记");
        (await rep.Says("下周一")).Hears("请假已登记");
        var leave = await bot.Look(db => db.Absences.SingleAsync());
        Assert.Equal((from, to), (leave.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), leave.To.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("How do I open a ticket?")]
    [InlineData("You don't have to open a ticket")]
    [InlineData("东岭阀门的泵又停机了，不用帮他们开工单")]
    [InlineData("怎么给客户开工单")]
    [InlineData("why would the pump stop, open a ticket?")]
    public async Task Whether_or_how_a_ticket_is_opened_opens_none(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门怎么样");
        await rep.Says(said);
        Assert.Equal(0, await bot.Look(db => db.Tickets.CountAsync()));
    }

    [Theory]
    [InlineData("东岭阀门问阀芯为什么漏油，帮他们开个工单", "阀芯为什么漏油")]
    [InlineData("东岭阀门的阀芯又漏油了 帮他们开个工单", "阀芯又漏油了")]
    [InlineData("东岭阀门's screen flickers, please open a ticket for them", "screen flickers")]
    public async Task What_the_trouble_is_may_ask_and_the_ticket_is_opened(string said, string trouble)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Contains(trouble, await bot.Look(db => db.Tickets.Select(t => t.Content).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("东岭阀门保证金已到账")]
    [InlineData("保证金已付")]
    [InlineData("承诺函已盖章")]
    [InlineData("东岭阀门承诺书寄出了")]
    [InlineData("我们保证金下周付")]
    public async Task A_deposit_or_a_letter_of_undertaking_is_no_promise(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门怎么样");
        await rep.Says(said);
        Assert.Equal(0, await bot.Look(db => db.Promises.CountAsync()));
    }

    [Theory]
    [InlineData("东岭阀门保证下周三前回复", "回复")]
    [InlineData("东岭阀门承诺书面确认规格", "书面确认规格")]
    [InlineData("我们答应东岭阀门下周退保证金", "退保证金")]
    public async Task What_is_promised_still_is_one(string said, string content)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Contains(content, await bot.Look(db => db.Promises.Select(p => p.Content).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("不用了")]
    [InlineData("取消")]
    [InlineData("收到")]
    [InlineData("got it")]
    [InlineData("首付款收到了")]
    [InlineData("they signed the contract")]
    [InlineData("收到50万")]
    public async Task A_bare_word_or_a_payment_settles_no_promise_in_view(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门答应周四给我们图纸");
        await rep.Says("东岭阀门的承诺");
        await rep.Says(said);
        Assert.Equal(PromiseState.Open, await bot.Look(db => db.Promises.Select(p => p.State).SingleAsync()));
    }

    [Theory]
    [InlineData("图纸收到了", "Kept")]
    [InlineData("they sent the 图纸", "Kept")]
    [InlineData("这个承诺做到了", "Kept")]
    [InlineData("这个承诺不用了", "Dropped")]
    [InlineData("drop that promise", "Dropped")]
    public async Task With_its_subject_it_is_settled(string said, string state)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门答应周四给我们图纸");
        await rep.Says("东岭阀门的承诺");
        await rep.Says(said);
        Assert.Equal(state, (await bot.Look(db => db.Promises.Select(p => p.State).SingleAsync())).ToString());
    }

    [Theory]
    [InlineData("客户答应下周签合同")]
    [InlineData("我们答应他们周五前给报价")]
    [InlineData("they promised to send the list by Friday")]
    public async Task What_answers_the_question_what_was_said_stays_with_the_report(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("log_followup", ("customer", "C1"));
        (await rep.Says(said)).DoesNotHear("承诺已记录").Hears("跟进");
        Assert.Equal(0, await bot.Look(db => db.Promises.CountAsync(p => p.Content == said)));
    }

    [Theory]
    [InlineData("4/5")]
    [InlineData("客户打8折")]
    [InlineData("客户打4分？")]
    public async Task With_no_ticket_in_view_nothing_is_rated(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("东岭阀门怎么样");
        (await bot.As("赵磊").Says(said)).DoesNotHear("满意度已记录", "工单");
        Assert.Equal(0, await bot.Look(db => db.Ratings.CountAsync()));
    }

    [Theory]
    [InlineData("The offer for 东岭阀门 is the same as last year")]
    [InlineData("今天的报价和上次是一个")]
    [InlineData("red and blue are the same")]
    public async Task What_is_alike_is_no_customer_to_merge(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").Says(said)).DoesNotHear("合并", "没有找到");
    }

    [Theory]
    [InlineData("不要发发票")]
    [InlineData("别推会议了")]
    [InlineData("call a customer every week")]
    [InlineData("remind me about a customer every 10 days")]
    public async Task What_is_not_to_be_sent_is_no_rule_and_a_customer_is_no_grade(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").Says(said)).DoesNotHear("对所有人生效", "A 类");
        (await bot.As("赵磊").Says(said)).DoesNotHear("只有管理员能停用");
    }

    [Theory]
    [InlineData("不要再发发票提醒了", "对所有人生效")]
    [InlineData("A类客户每10天联系一次", "A 类 10 天")]
    [InlineData("call A accounts every 10 days", "A 类 10 天")]
    public async Task With_their_word_they_are(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").Says(said)).Hears(heard);
    }
}
