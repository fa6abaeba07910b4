using Microsoft.EntityFrameworkCore;
using SalesBot.Promises;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Promises;

/// <summary>Promises as people say them in passing: whose they are, until when, and what became of them.</summary>
public sealed class SaidPromiseTests
{
    [Theory]
    [InlineData("我跟东岭阀门说好下周三前给他们发资料", "Ours", "给他们发资料", "2026-03-18")]
    [InlineData("我们已经答应东岭阀门周五前给报价", "Ours", "给报价", "2026-03-13")]
    [InlineData("东岭阀门承诺月底前付款", "Theirs", "付款", "2026-03-31")]
    [InlineData("东岭阀门那边答应了周四给我们清单", "Theirs", "给我们清单", "2026-03-12")]
    [InlineData("I've promised 东岭阀门 a trial kit by Friday", "Ours", "a trial kit", "2026-03-13")]
    [InlineData("东岭阀门 has promised us the floor plan by Friday", "Theirs", "the floor plan", "2026-03-13")]
    [InlineData("东岭阀门 agreed to send the list by Thursday", "Theirs", "send the list", "2026-03-12")]
    public async Task Whose_it_is_and_until_when_is_read_from_the_sentence(string said, string side, string content, string due)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        var promise = await bot.Look(db => db.Promises.SingleAsync());
        Assert.Equal((side, content, due), (promise.Side.ToString(), promise.Content, promise.DueOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync(f => f.Content.Contains(content))));
    }

    [Theory]
    [InlineData("东岭阀门答应我们什么了")]
    [InlineData("东岭阀门承诺过周五付款吗")]
    [InlineData("what did 东岭阀门 promise us?")]
    [InlineData("下周三给东岭阀门发资料")]
    [InlineData("和东岭阀门约好周四上午拜访")]
    public async Task A_question_a_plan_or_a_meeting_is_no_promise(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(0, await bot.Look(db => db.Promises.CountAsync()));
    }

    [Theory]
    [InlineData("星海答应周五前发图纸", "星海")]
    [InlineData("瀚墨承诺下周三回复我们", "瀚墨")]
    [InlineData("Atlas promised to send the drawings by Friday", "Atlas")]
    [InlineData("Borealis has promised us the samples by Monday", "Borealis")]
    public async Task Of_whom_nobody_knows_nothing_is_written_and_it_is_said_so(string said, string name)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = char.IsAscii(said[0]) ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says("百川水务怎么样");
        (await rep.Says(said)).Hears($"“{name}”").DoesNotHear("✓");
        Assert.Equal((0, 0), (await bot.Look(db => db.Promises.CountAsync()), await bot.Look(db => db.Todos.CountAsync())));
    }

    [Theory]
    [InlineData("客户答应下周签合同", false)]
    [InlineData("对方答应周五前回复", false)]
    [InlineData("they promised to sign next week", true)]
    public async Task What_is_told_when_it_was_asked_what_was_said_is_that_report(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        (await rep.Says(english ? "log a follow-up for 东岭阀门" : "给东岭阀门记个跟进")).DoesNotHear("✓");
        (await rep.Says(said)).Hears("✓");
        var report = await bot.Look(db => db.FollowUps.Include(f => f.Customer).SingleAsync());
        Assert.Equal(("C1", said), (report.Customer!.Key, report.Content));
    }

    [Fact]
    public async Task A_call_that_is_logged_gives_its_words_to_the_promise_and_not_the_order()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").InEnglish().Says("log a visit at 东岭阀门: they will send the floor plan next month");
        Assert.Equal("they will send the floor plan", await bot.Look(db => db.Promises.Select(p => p.Content).SingleAsync()));
    }

    [Fact]
    public async Task Each_side_is_asked_about_alone_and_what_came_is_kept_by_its_name()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门答应周四给我们清单");
        await rep.Says("东岭阀门答应下周二给我们样件");
        await rep.Says("我答应东岭阀门周五前给报价");
        (await rep.Says("我们还欠东岭阀门什么")).Hears("我们还欠 东岭阀门 的：1 项", "给报价").DoesNotHear("样件");
        (await rep.Says("客户答应我们什么了")).Hears("客户还欠", "2 项", "清单", "样件").DoesNotHear("给报价");
        (await rep.Says("样件收到了")).Hears("承诺已更新", "给我们样件", "已兑现");
        (await rep.Says("清单也收到了")).Hears("给我们清单", "已兑现");
        Assert.Equal(2, await bot.Look(db => db.Promises.CountAsync(p => p.State == PromiseState.Kept)));
        (await rep.InEnglish().Says("what do I owe 东岭阀门?")).Hears("What we still owe 东岭阀门: 1");
        (await rep.InEnglish().Says("push it to next Friday")).Hears("Promise updated", "put off 1×");
    }

    [Fact]
    public async Task Of_several_that_fit_it_is_asked_which_and_nothing_is_changed_meanwhile()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门答应周四给我们清单");
        await rep.Says("东岭阀门答应下周二给我们样件");
        await rep.Says("东岭阀门的承诺");
        (await rep.Says("改到下周五")).Hears("哪一条承诺", "清单", "样件");
        Assert.Equal(0, await bot.Look(db => db.Promises.SumAsync(p => p.Moved)));
        await rep.Presses("对方：给我们清单");
        rep.Hears("3月20日");
    }

    [Fact]
    public async Task With_no_promise_in_view_what_came_is_none()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门答应周四给我们清单");
        await rep.Says("东岭阀门怎么样");
        await rep.Says("清单收到了");
        Assert.Equal(0, await bot.Look(db => db.Promises.CountAsync(p => p.State == PromiseState.Kept)));
    }

    [Theory]
    [InlineData("有没有答应客户已经过期的", "我们寄样", false)]
    [InlineData("我还有什么事答应了客户没办", "我们寄样", false)]
    [InlineData("东岭阀门还有什么没给我们", "对方给清单", false)]
    [InlineData("is there anything I promised that is still open?", "我们寄样", true)]
    [InlineData("which of our commitments are overdue", "我们寄样", true)]
    [InlineData("what did 东岭阀门 promise us", "对方给清单", true)]
    [InlineData("did we promise 东岭阀门 anything?", "我们寄样", true)]
    public async Task Promises_are_asked_for_in_other_words(string said, string hears, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("刚拜访完东岭阀门周总，我们周五前寄样，对方下周三给清单");
        var before = await bot.Look(db => db.Todos.CountAsync());
        (await (english ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said)).Hears(hears);
        Assert.Equal((before, 2), (await bot.Look(db => db.Todos.CountAsync()), await bot.Look(db => db.Promises.CountAsync())));
    }

    [Theory]
    [InlineData("哪些承诺逾期了")]
    [InlineData("已经过期的承诺有哪些")]
    [InlineData("我答应客户的事有哪些过期了")]
    [InlineData("show overdue promises")]
    [InlineData("which promises are late")]
    public async Task Those_whose_day_is_past_are_listed_alone(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("我们答应东岭阀门周五前给报价");
        await rep.Says("我们答应东岭阀门下周五前给样机");
        await bot.PassAsync(TimeSpan.FromDays(4));
        (await rep.Says(said)).Hears("给报价").DoesNotHear("给样机");
    }

    [Theory]
    [InlineData("客户答应我还没给的")]
    [InlineData("他们承诺了但一直没兑现的有哪些")]
    [InlineData("what have customers promised us that they haven't sent")]
    public async Task Whoever_asks_what_they_still_owe_notes_no_promise(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门那边答应了周四给我们清单");
        (await rep.Says(said)).Hears("给我们清单");
        Assert.Equal(1, await bot.Look(db => db.Promises.CountAsync()));
    }

    [Theory]
    [InlineData("东岭阀门的周总把点位清单发来了", "Kept")]
    [InlineData("东岭阀门的清单收到了", "Kept")]
    [InlineData("东岭阀门周总把三号线的点位清单发来了", "Kept")]
    [InlineData("今天去东岭阀门，周总给了我们设备清单", "Kept")]
    [InlineData("周总还没把清单发来，东岭阀门那边再等等", "Open")]
    [InlineData("我们把清单发给东岭阀门周总了", "Open")]
    [InlineData("东岭阀门周总把图纸发来了", "Open")]
    [InlineData("拜访了东岭阀门，周总对清单有疑问", "Open")]
    public async Task What_the_customer_gave_keeps_the_promise_that_it_fits(string said, string state)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门那边答应了周四给我们清单");
        await rep.Says(said);
        // What is not surely a report is asked about first.
        if (state == "Kept") await rep.Says("是");
        Assert.Equal(state, (await bot.Look(db => db.Promises.SingleAsync())).State.ToString());
    }

    [Fact]
    public async Task In_english_too_and_undo_takes_both_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("东岭阀门 has promised us the line drawings by Friday");
        (await rep.Says("周国平 of 东岭阀门 sent us the drawings")).Hears("Promise kept");
        await rep.Says("undo");
        Assert.Equal((PromiseState.Open, 0), ((await bot.Look(db => db.Promises.SingleAsync())).State, await bot.Look(db => db.FollowUps.CountAsync(f => f.Content.Contains("drawings")))));
    }

    [Fact]
    public async Task Of_two_that_fit_it_is_asked_which()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门那边答应了周四给我们设备清单");
        await rep.Says("东岭阀门那边答应了周五给我们人员清单");
        (await rep.Says("东岭阀门的周总把清单发来了")).Hears("兑现的是哪一条");
        Assert.Equal(2, await bot.Look(db => db.Promises.CountAsync(p => p.State == PromiseState.Open)));
        await rep.Presses("已兑现：给我们人员清单");
        Assert.Equal("给我们人员清单", (await bot.Look(db => db.Promises.SingleAsync(p => p.State == PromiseState.Kept))).Content);
    }

    [Theory]
    [InlineData("我们也答应他下周三给方案", "给方案")]
    [InlineData("我们还答应他们下周三寄样品", "寄样品")]
    [InlineData("我答应对方下周三发清单", "发清单")]
    public async Task What_we_promise_them_as_well_is_promised_to_whom_was_spoken_of_last(string said, string content)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("terms", "质保两年"));
        await bot.As("赵磊").Says("凌云电缆能耗合同");
        await bot.As("赵磊").Says("百川水务怎么样");

        (await bot.As("赵磊").Says(said)).Hears("承诺已记录", "百川水务");

        var promise = await bot.Look(db => db.Promises.Include(p => p.Customer).SingleAsync());
        Assert.Equal(("C5", PromiseSide.Ours, content, new DateOnly(2026, 3, 18)), (promise.Customer.Key, promise.Side, promise.Content, promise.DueOn));
    }

    [Theory]
    [InlineData("答应东岭阀门的清单发了")]
    [InlineData("我们答应东岭阀门的那份清单已经寄过去了")]
    [InlineData("the 清单 we promised 东岭阀门 is sent")]
    public async Task AL_01_a_promise_that_is_named_with_its_customer_is_kept_and_none_is_added(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("我们答应东岭阀门周五前给清单");
        await bot.As("赵磊").Says("百川水务怎么样");

        await bot.As("赵磊").Says(said);

        Assert.Equal(PromiseState.Kept, await bot.Look(db => db.Promises.Select(p => p.State).SingleAsync()));
    }

    [Theory]
    [InlineData("东岭阀门 承诺")]
    [InlineData("东岭阀门的承诺")]
    public async Task Promises_of_a_customer_are_listed_by_two_words(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("我们答应东岭阀门周五前给清单");

        (await bot.As("赵磊").Says(said)).Hears("承诺台账 · 东岭阀门", "给清单");

        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));
    }
}
