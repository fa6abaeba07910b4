using Microsoft.EntityFrameworkCore;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>What is planned and called by its own words: it moves, or is called off, and nothing else is written for it.</summary>
public sealed class PlannedThingTests
{
    private static readonly DateOnly Closes = new(2026, 4, 12);

    [Theory]
    [InlineData("电话确认备件清单", "备件清单的电话挪到下周一", "2026-03-16", null)]
    [InlineData("电话确认备件清单", "备件清单那个电话改成下周一", "2026-03-16", null)]
    [InlineData("给东岭做二期汇报", "二期汇报推迟到下周一下午3点", "2026-03-16", "15:00")]
    [InlineData("Email Dana the specs", "push the spec email to friday", "2026-03-13", null)]
    [InlineData("给凌云寄样本", "凌云的样本后天再寄吧", "2026-03-13", null)]
    [InlineData("Order the site badges", "the site badges can wait until monday", "2026-03-16", null)]
    [InlineData("Pilot scope call with Lucy", "move the scope call to 4pm", "2026-03-12", "16:00")]
    [InlineData("Intro call with yard ops", "the intro call with yard ops is postponed to next monday", "2026-03-16", null)]
    public async Task It_moves_to_the_day_or_the_hour_that_is_told_and_no_deal_does(string title, string said, string day, string? hour)
    {
        await using var bot = await WithAsync(title);
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");

        await rep.Says(said);

        var (on, at) = (DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), hour is null ? null : (TimeOnly?)TimeOnly.Parse(hour, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(new ValueTuple<DateOnly?, TimeOnly?>(on, at), await bot.Look(db => db.Todos.Select(t => new ValueTuple<DateOnly?, TimeOnly?>(t.DueOn, t.DueAt)).SingleAsync()));
        Assert.Equal(Closes, await CloseAsync(bot));
    }

    [Theory]
    [InlineData("样机培训改到下周一上午10点")]
    [InlineData("投标答疑会挪到周五")]
    [InlineData("move the board prep to monday")]
    [InlineData("the kickoff webinar moved to friday")]
    public async Task What_is_on_nobodys_list_is_asked_about(string said)
    {
        await using var bot = await WithAsync("给百川寄样本");
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");

        await rep.Says(said);
        rep.DoesNotHear("✓");

        Assert.Equal((1, new DateOnly(2026, 3, 12)), await bot.Look(async db => (await db.Todos.CountAsync(), (await db.Todos.SingleAsync()).DueOn!.Value)));
        Assert.Equal(Closes, await CloseAsync(bot));
    }

    [Theory]
    [InlineData("东岭阀门MES挪到5月8号")]
    [InlineData("这单改到5月8号")]
    [InlineData("东岭阀门MES预计成交改成5月8号")]
    [InlineData("push it to 8 May")]
    [InlineData("the deal slipped to 8 May")]
    public async Task A_deal_that_is_named_still_moves(string said)
    {
        await using var bot = await WithAsync("给百川寄样本");
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");

        await rep.Says(said);

        Assert.Equal(new DateOnly(2026, 5, 8), await CloseAsync(bot));
    }

    [Theory]
    [InlineData("那个推到周五吧")]
    [InlineData("push that to friday")]
    public async Task That_right_after_a_report_is_no_close_of_its_deal(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("log_followup", ("deal", "D1"), ("content", "没打通"));

        (await rep.Says(said)).DoesNotHear("✓");

        Assert.Equal(Closes, await CloseAsync(bot));
    }

    [Theory]
    [InlineData("安排高层互访", "高层互访取消了")]
    [InlineData("约现场勘察", "取消现场勘察")]
    [InlineData("给百川寄样本", "把给百川寄样本取消掉")]
    [InlineData("商务条款确认", "商务条款确认不搞了")]
    [InlineData("ROI sheet for Neil", "delete the to-do roi sheet")]
    [InlineData("Demo at the Leeds plant", "the leeds plant demo got cancelled")]
    public async Task It_is_called_off_and_counts_as_no_work_done_until_that_is_taken_back(string title, string said)
    {
        await using var bot = await WithAsync(title);
        var rep = bot.As("赵磊");

        await rep.Says(said);
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));

        await rep.Says("撤销");
        Assert.Equal(new ValueTuple<string, DateTimeOffset?>(title, null), await bot.Look(db => db.Todos.Select(t => new ValueTuple<string, DateTimeOffset?>(t.Title, t.DoneAt)).SingleAsync()));
    }

    [Theory]
    [InlineData("高层互访定下来了")]
    [InlineData("高层互访取消了吗")]
    [InlineData("要是高层互访取消了告诉我")]
    [InlineData("is the leeds plant demo cancelled?")]
    public async Task What_is_not_called_off_stays(string said)
    {
        await using var bot = await WithAsync("安排高层互访");

        await bot.As("赵磊").Says(said);

        Assert.Equal("安排高层互访", await bot.Look(db => db.Todos.OrderBy(t => t.Id).Select(t => t.Title).FirstAsync()));
    }

    [Theory]
    [InlineData("百川水务的待办")]
    [InlineData("修改报价 明天")]
    [InlineData("修改报价 下周一提醒我")]
    [InlineData("给百川修改报价")]
    public async Task Its_name_alone_ticks_nothing(string said)
    {
        await using var bot = await WithAsync("给百川修改报价");

        (await bot.As("赵磊").Says(said)).DoesNotHear("已完成");

        Assert.Null(await bot.Look(db => db.Todos.OrderBy(t => t.Id).Select(t => t.DoneAt).FirstAsync()));
    }

    [Theory]
    [InlineData("给周总寄会议纪要", "给周总的会议纪要寄了")]
    [InlineData("给凌云发新样册", "凌云的新样册已经发过去了")]
    public async Task All_of_its_words_and_that_it_is_done_tick_it(string title, string said)
    {
        await using var bot = await WithAsync(title);

        (await bot.As("赵磊").Says(said)).Hears("已完成");

        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    [Theory]
    [InlineData("周三下班前给她，把催单提前到明天")]
    [InlineData("约现场勘察 改到周五上午九点")]
    public async Task Whatever_is_said_of_days_nothing_breaks_and_nothing_is_ticked(string said)
    {
        await using var bot = await WithAsync("约现场勘察");

        (await bot.As("赵磊").Says(said)).DoesNotHear("系统出错", "已完成");
    }

    [Theory]
    [InlineData("周五前要把验收单发出去", "把验收单发出去")]
    [InlineData("下周一得找周总签字", "找周总签字")]
    [InlineData("gotta renew the badge before friday", "renew the badge")]
    public async Task That_it_has_to_be_done_is_no_part_of_what(string said, string title)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal(title, await bot.Look(db => db.Todos.Select(t => t.Title).SingleAsync()));
    }

    [Theory]
    [InlineData("记得周五交月报", false)]
    [InlineData("周五之前报销差旅费", false)]
    [InlineData("remind me to file my expenses on friday", false)]
    [InlineData("周五给他们回个电话", true)]
    [InlineData("remind me to send the quote on friday", true)]
    public async Task Only_what_wants_the_customer_is_put_on_the_one_that_was_spoken_of(string said, bool theirs)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");

        await rep.Says(said);

        Assert.Equal(theirs, await bot.Look(db => db.Todos.Select(t => t.CustomerId != null).SingleAsync()));
    }

    private static Task<DateOnly?> CloseAsync(TestBot bot) => bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.CloseDate).SingleAsync());

    private static async Task<TestBot> WithAsync(string title)
    {
        var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            db.Add(new Todo { Key = "W1", Owner = await db.People.FirstAsync(p => p.Name == "赵磊"), Title = title, DueOn = new DateOnly(2026, 3, 12), CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
