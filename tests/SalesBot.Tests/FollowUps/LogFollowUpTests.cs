using Microsoft.EntityFrameworkCore;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.FollowUps;

public sealed class LogFollowUpTests
{
    [Fact]
    public async Task Logs_a_visit_with_its_next_step_and_undo_takes_all_of_it_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("log_followup", ("customer", "C1"), ("person", "周总"), ("method", "visit"), ("content", "方案认可"), ("next_step", "带技术再去"), ("next_date", "2026-03-19"), ("next_time", "10:00"));

        rep.Hears("跟进已记录", "东岭阀门MES", "周国平", "拜访", "方案认可", "带技术再去", "3月19日", "10:00");
        var todo = await bot.Look(db => db.Todos.Include(t => t.Owner).Include(t => t.Deal).SingleAsync(t => t.Kind == TodoKind.NextStep));
        Assert.Equal(("赵磊", "带技术再去", new DateOnly(2026, 3, 19), "D1"), (todo.Owner.Name, todo.Title, todo.DueOn, todo.Deal!.Key));
        Assert.Equal("带技术再去", await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.NextStep).FirstAsync()));
        Assert.Equal(TestBot.Start, await Interaction(bot, "C1"));

        await rep.Presses("撤销");

        rep.Hears("已撤销");
        Assert.Equal((0, 0), await bot.Look(async db => (await db.FollowUps.CountAsync(), await db.Todos.CountAsync())));
        Assert.Null(await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.NextStep).FirstAsync()));
        Assert.Equal(TestBot.Start.AddDays(-3), await Interaction(bot, "C1"));
    }

    [Fact]
    public async Task Asks_for_the_customer_then_for_what_was_said()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();

        await rep.Forges("log_followup");
        rep.Hears("Which customer");
        await rep.Forges("log_followup", ("customer", "C3"));
        rep.Hears("What was said");
        await rep.Forges("log_followup", ("customer", "C3"), ("content", "price is fine"));
        rep.Hears("Follow-up logged", "price is fine", "What comes next");
    }

    [Fact]
    public async Task Entered_late_it_keeps_both_days_and_does_not_turn_back_the_clock_of_silence()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("log_followup", ("customer", "C3"), ("method", "call"), ("date", "2026-03-05"), ("content", "财务还没排款"));

        rep.Hears("补录", "3月5日");
        var logged = await bot.Look(db => db.FollowUps.SingleAsync());
        Assert.Equal((new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.FromHours(8)), TestBot.Start), (logged.HappenedAt, logged.CreatedAt));
        Assert.Equal(TestBot.Start.AddDays(-3), await Interaction(bot, "C3"));
    }

    [Theory]
    [InlineData("date", "2026-03-12", "还没到")]
    [InlineData("next_date", "2026-03-10", "已经过去")]
    public async Task A_day_that_cannot_be_is_said_and_nothing_is_recorded(string slot, string day, string says)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("log_followup", ("customer", "C3"), ("content", "x"), (slot, day));

        rep.Hears(says);
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    [Fact]
    public async Task A_customer_with_two_open_deals_gets_it_and_the_deals_are_offered()
    {
        await using var bot = await TestBot.StartAsync();
        await AddSecondDealAsync(bot);
        var rep = bot.As("赵磊");

        await rep.Forges("log_followup", ("customer", "C1"), ("content", "谈了价格"), ("next_step", "发报价"), ("next_date", "2026-03-13"));
        rep.Hears("跟进已记录", "属于哪个商机", "东岭阀门MES", "东岭阀门二期");
        Assert.Null(await bot.Look(db => db.FollowUps.Select(f => f.DealId).SingleAsync()));

        await rep.Presses("东岭阀门二期");
        rep.Hears("已关联到商机", "发报价");
        Assert.Equal(["DX", "DX"], await bot.Look(async db => new[] { await db.FollowUps.Select(f => f.Deal!.Key).SingleAsync(), await db.Todos.Select(t => t.Deal!.Key).SingleAsync() }));
        Assert.Equal("发报价", await bot.Look(db => db.Deals.Where(d => d.Key == "DX").Select(d => d.NextStep).SingleAsync()));
    }

    [Fact]
    public async Task A_follow_up_on_the_day_of_the_next_step_takes_care_of_it_and_one_before_only_asks()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("log_followup", ("deal", "D1"), ("content", "约好"), ("next_step", "去现场"), ("next_date", "2026-03-13"));

        await rep.Forges("log_followup", ("deal", "D1"), ("content", "电话里确认"), ("method", "call"));
        rep.Hears("标记完成：去现场");
        Assert.Null(await bot.Look(db => db.Todos.Select(t => t.DoneAt).SingleAsync()));

        bot.Clock.Advance(TimeSpan.FromDays(2));
        await rep.Forges("log_followup", ("deal", "D1"), ("content", "现场看过"), ("method", "visit"));
        rep.Hears("待办“去现场”随之完成", "下一步做什么");
        Assert.NotNull(await bot.Look(db => db.Todos.Select(t => t.DoneAt).SingleAsync()));
        Assert.Null(await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.NextStep).FirstAsync()));
    }

    [Fact]
    public async Task Of_many_open_steps_a_few_are_offered_and_the_others_counted()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        for (var i = 1; i <= 25; i++)
        {
            await rep.Forges("log_followup", ("deal", "D1"), ("content", "约好"), ("next_step", $"去现场{i}"), ("next_date", $"2026-04-{i:00}"));
        }

        await rep.Forges("log_followup", ("deal", "D1"), ("content", "电话里确认"), ("method", "call"));

        rep.Hears("标记完成：去现场1", "标记完成：去现场4", "此处还有 21 个未完成的下一步");
        rep.DoesNotHear("去现场5");
    }

    [Fact]
    public async Task The_owner_is_told_when_somebody_else_followed_up()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("王芳").Forges("log_followup", ("customer", "C1"), ("content", "和周总吃饭"), ("next_step", "发方案"), ("next_date", "2026-03-12"));

        await bot.As("赵磊").IsTold("王芳 跟进了 东岭阀门MES", "和周总吃饭", "发方案");
        Assert.Equal("赵磊", await bot.Look(db => db.Todos.Select(t => t.Owner.Name).SingleAsync()));
    }

    [Fact]
    public async Task Another_reps_customer_and_a_role_without_the_right_change_nothing()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Forges("log_followup", ("customer", "C2"), ("content", "x"))).Hears("没有找到");
        (await bot.As("郑文").Forges("log_followup", ("customer", "C1"), ("content", "x"))).Hears("权限范围");

        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    private static async Task AddSecondDealAsync(TestBot bot)
    {
        await using var db = bot.Open();
        var first = await db.Deals.FirstAsync(d => d.Key == "D1");
        db.Add(new SalesBot.Deals.Deal { Key = "DX", Name = "东岭阀门二期", CustomerId = first.CustomerId, OwnerId = first.OwnerId, Stage = "lead", StageSince = TestBot.Start, CreatedAt = TestBot.Start });
        await db.SaveChangesAsync();
    }

    private static Task<DateTimeOffset?> Interaction(TestBot bot, string customer) =>
        bot.Look(db => db.Customers.Where(c => c.Key == customer).Select(c => c.LastInteractionAt).FirstAsync());
}
