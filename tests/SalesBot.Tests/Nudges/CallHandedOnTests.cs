using Microsoft.EntityFrameworkCore;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>A call to a quiet customer that nobody made goes on to the owner, with its to-do and a day, and what is quiet even then comes back each week.</summary>
public sealed class CallHandedOnTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_03_a_call_that_was_not_made_is_handed_to_the_owner_with_a_day_and_comes_back_each_week_while_it_is_quiet(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (owner, manager, caller) = english ? (bot.As("赵磊").InEnglish(), bot.As("王芳").InEnglish(), bot.As("林小雨").InEnglish()) : (bot.As("赵磊"), bot.As("王芳"), bot.As("林小雨"));
        await owner.Says("help");
        await manager.Says("help");
        await caller.Says("help");
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();
        await bot.MorningsAsync(7);

        await owner.IsTold("东岭阀门", english ? "Now it is your turn: please call by Mon 23 Mar" : "现在请您在 3月23日 周一 前联系", english ? "47 days without contact · Rain Lin was to call by Mon 16 Mar" : "47 天没有联系 · 林小雨 应在 3月16日 周一 前回访");
        await manager.IsTold("东岭阀门", english ? "Now it is the turn of Ray Zhao, to call by Mon 23 Mar" : "已转负责人 赵磊，请其在 3月23日 周一 前联系");
        await caller.IsTold(english ? "1 call to a quiet customer was handed on" : "1 个唤醒任务已转交", "东岭阀门", english ? "handed to Ray Zhao, to call by Mon 23 Mar" : "已转 赵磊，请其在 3月23日 周一 前联系");
        Assert.Equal(("赵磊", new DateOnly(2026, 3, 23)), await CallAsync(bot));
        (await owner.Says(english ? "my to-dos" : "我的待办")).Hears("东岭阀门", english ? "Mon 23 Mar" : "3月23日 周一");
        (await caller.Says(english ? "my to-dos" : "我的待办")).DoesNotHear("东岭阀门");
        Assert.Equal(0, await bot.RoundAsync());
        Assert.Contains(await bot.Look(db => db.Audit.Select(a => new { a.Command, a.Changes }).ToListAsync()), a => a.Command == "nudge:silent" && a.Changes!.Contains("OwnerId", StringComparison.Ordinal) && a.Changes.Contains("DueOn", StringComparison.Ordinal));

        await bot.MorningsAsync(20);

        // Late on the 24th; on the 30th and, as the 6th is a day off, on the 7th of April it comes back.
        await owner.IsTold(english ? "1 to-do is overdue" : "有 1 条待办已逾期", english ? "Mon 23 Mar, 1 day late" : "3月23日 周一，已逾期 1 天");
        Assert.Equal([7, 18, 30], await bot.ToldOnAsync("silent", "C1", "赵磊"));
        Assert.Equal([7, 18, 30], await bot.ToldOnAsync("silent", "C1", "王芳"));
        Assert.Equal([11], await bot.ToldOnAsync("silent", "C1", "林小雨"));
        Assert.Equal([18], await bot.ToldOnAsync("silent_handed", "C1", "林小雨"));
        await owner.IsTold(english ? "1 customer is still quiet" : "1 位客户仍没有联系", english ? "59 days without contact · your call was due by Mon 23 Mar · also told: Fiona Wang" : "59 天没有联系 · 您应在 3月23日 周一 前联系 · 也已告诉 王芳");
        await manager.IsTold(english ? "59 days · owner Ray Zhao · Ray Zhao was to call by Mon 23 Mar" : "59 天 · 负责人 赵磊 · 赵磊 应在 3月23日 周一 前回访");
        Assert.Single(await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.WakeUp).ToListAsync()));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.Postgres)]
    public async Task AL_03_a_contact_that_the_owner_logs_is_the_call_and_an_undo_brings_back_what_there_was_and_no_second_one(Store store)
    {
        await using var bot = await HandedAsync(store);
        var owner = bot.As("赵磊");

        await owner.Says("刚给东岭阀门周总打了电话，方案没问题");
        Assert.Null(await CallAsync(bot));
        await bot.RoundAsync();
        Assert.All((await bot.FoundAsync()).Where(f => f.Rule is "silent" or "silent_handed"), f => Assert.Equal(FindingState.Cleared, f.State));
        (await owner.Says("撤销")).Hears("已撤销");
        Assert.Equal(("赵磊", new DateOnly(2026, 3, 23)), await CallAsync(bot));
        await bot.RoundsAsync(TimeSpan.FromHours(4));
        await bot.MorningsAsync(12);

        Assert.Single(await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.WakeUp).ToListAsync()));
        Assert.Equal([11], await bot.ToldOnAsync("silent", "C1", "林小雨"));
        Assert.Equal([18], await bot.ToldOnAsync("silent_handed", "C1", "林小雨"));
        Assert.Equal([18, 30], await bot.ToldOnAsync("silent", "C1", "赵磊"));
    }

    [Fact]
    public async Task AL_03_a_call_that_was_made_without_a_contact_ends_it_and_nobody_else_is_sent()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            db.Add(new Person { Key = "PX", Name = "高远", EnglishName = "Gary Gao", Role = Role.CustomerSuccess, CreatedAt = TestBot.Start });
            return await db.SaveChangesAsync();
        });
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();
        var first = (await CallAsync(bot))!.Value.Name;
        // Somebody else has less to do by then.
        await bot.Look(async db =>
        {
            db.Add(new Todo { Key = "W9", CreatedAt = TestBot.Start, Kind = TodoKind.WakeUp, Title = "别家", OwnerId = db.People.First(p => p.Name == first).Id, DueOn = new DateOnly(2026, 5, 1) });
            return await db.SaveChangesAsync();
        });

        await bot.As(first).Forges("wake_up", ("customer", "C1"), ("outcome", "lost"));
        await bot.MorningsAsync(10);

        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync(t => t.Kind == TodoKind.WakeUp && t.Customer!.Key == "C1")));
        Assert.Empty(await bot.ToldOnAsync("silent", "C1", "赵磊"));
    }

    [Fact]
    public async Task AL_03_the_owner_ends_it_by_the_to_do_with_what_came_of_it()
    {
        await using var bot = await HandedAsync();
        var owner = bot.As("赵磊");
        var key = await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.WakeUp).Select(t => t.Key).SingleAsync());

        await owner.Forges("complete_task", ("task", key), ("content", "号码都是空号"));
        await bot.MorningsAsync(14);

        Assert.Equal([18], await bot.ToldOnAsync("silent", "C1", "赵磊"));
        Assert.Equal([18], await bot.ToldOnAsync("silent", "C1", "王芳"));
        Assert.Single(await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.WakeUp).ToListAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_03_while_the_owner_is_on_leave_their_superior_is_to_call_and_the_owner_reads_so_when_they_are_back(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (owner, manager) = english ? (bot.As("赵磊").InEnglish(), bot.As("王芳").InEnglish()) : (bot.As("赵磊"), bot.As("王芳"));
        await owner.Says("help");
        await manager.Says("help");
        await bot.Look(async db =>
        {
            db.Add(new Absence { Key = "A1", CreatedAt = TestBot.Start, Person = db.People.First(p => p.Name == "赵磊"), From = new DateOnly(2026, 3, 16), To = new DateOnly(2026, 3, 25) });
            return await db.SaveChangesAsync();
        });
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();
        await bot.MorningsAsync(7);

        await manager.IsTold("东岭阀门", english ? "Ray Zhao is not there: please call by Mon 23 Mar in their place." : "赵磊 不在岗，请您在 3月23日 周一 前代为联系");
        Assert.Equal(("王芳", new DateOnly(2026, 3, 23)), await CallAsync(bot));
        await bot.MorningsAsync(8);
        await owner.IsTold("东岭阀门", english ? "Fiona Wang is to call by Mon 23 Mar in their place" : "由 王芳 在 3月23日 周一 前代为联系");
        await manager.IsTold(english ? "1 to-do is overdue" : "有 1 条待办已逾期", "东岭阀门");
    }

    [Fact]
    public async Task AL_03_where_the_owner_has_left_the_next_one_above_is_to_call()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();
        await DigestTests.SetAsync(bot, "赵磊", p => p.Active = false);
        await bot.MorningsAsync(7);

        Assert.Equal("王芳", (await CallAsync(bot))?.Name);
        await bot.As("王芳").IsTold("东岭阀门", "请您在 3月23日 周一 前代为联系");
    }

    [Fact]
    public async Task AL_04_where_the_owner_is_told_first_the_call_is_theirs_from_the_beginning_and_nothing_is_handed_on()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.LayDownAsync(book => book.With("silent", book["silent"] with { Ladder = [new LadderStep(0, ["owner"]), new LadderStep(7, ["superior"])] }));
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();
        await bot.As("赵磊").IsTold("东岭阀门", "40 天没有联系 · 请在 3月16日 周一 前联系");
        await bot.MorningsAsync(19);

        Assert.Equal(("赵磊", new DateOnly(2026, 3, 16)), await CallAsync(bot));
        await bot.As("王芳").IsTold("东岭阀门", "赵磊 应在 3月16日 周一 前回访");
        Assert.DoesNotContain(await bot.As("王芳").SeenAsync(), h => h.Text.Contains("已转", StringComparison.Ordinal));
        Assert.Equal([11, 30], await bot.ToldOnAsync("silent", "C1", "赵磊"));
        Assert.Equal([18, 30], await bot.ToldOnAsync("silent", "C1", "王芳"));
    }

    [Fact]
    public async Task AL_04_where_the_ladder_never_comes_to_the_owner_the_call_stays_where_it_is_and_comes_back_there()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.LayDownAsync(book => book.With("silent", book["silent"] with { Ladder = [new LadderStep(0, ["customer_success"]), new LadderStep(7, ["superior"])] }));
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();
        await bot.MorningsAsync(19);

        Assert.Equal(("林小雨", new DateOnly(2026, 3, 16)), await CallAsync(bot));
        Assert.Equal([18, 30], await bot.ToldOnAsync("silent", "C1", "王芳"));
        Assert.Equal([11, 30], await bot.ToldOnAsync("silent", "C1", "林小雨"));
        await bot.As("林小雨").IsTold("1 位客户仍没有联系", "您应在 3月16日 周一 前联系");
    }

    [Fact]
    public async Task AL_04_without_to_dos_the_owner_is_asked_all_the_same_and_it_comes_back()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.LayDownAsync(book => book.With("silent", book["silent"] with { Task = false }));
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();
        await bot.MorningsAsync(19);

        Assert.Empty(await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.WakeUp).ToListAsync()));
        await bot.As("赵磊").IsTold("东岭阀门", "现在请您在 3月23日 周一 前联系");
        Assert.Equal([18, 30], await bot.ToldOnAsync("silent", "C1", "赵磊"));
    }

    [Fact]
    public async Task Why_it_came_back_is_worked_out_from_the_last_contact_and_says_who_was_told_before()
    {
        await using var bot = await HandedAsync();
        await bot.MorningsAsync(12);
        var owner = bot.As("赵磊");

        var why = await owner.Says("为什么提醒我东岭阀门");

        why.Hears("上次联系 1月30日 周五", "+ 30 天 = 3月1日 周日", "此前已告诉林小雨");
        (await bot.As("林小雨").Says("为什么提醒我东岭阀门")).Hears("唤醒任务转交", "满 30 天算沉默", "转交他人");
    }

    /// <summary>C1 was quiet for forty days at the start, and its owner has been asked to call this morning.</summary>
    private static async Task<TestBot> HandedAsync(Store? store = null)
    {
        var bot = await TestBot.StartAsync(store ?? TestBot.Usual);
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();
        await bot.MorningsAsync(7);
        return bot;
    }

    private static async Task<(string Name, DateOnly? Due)?> CallAsync(TestBot bot) =>
        (await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.WakeUp && t.DoneAt == null && t.Customer!.Key == "C1").Select(t => new { t.Owner.Name, t.DueOn }).ToListAsync())) is [var call] ? (call.Name, call.DueOn) : null;
}
