using Microsoft.EntityFrameworkCore;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

public sealed class TaskTests
{
    [Fact]
    public async Task Adds_a_to_do_and_asks_when_no_day_was_said()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("add_task");
        rep.Hears("要做什么事");
        await rep.Forges("add_task", ("content", "给百川改方案"), ("customer", "C5"));
        rep.Hears("待办已添加", "给百川改方案", "百川水务", "什么时候提醒");

        await rep.Presses("下周一");
        rep.Hears("已推迟", "3月16日");
        Assert.Equal(new DateOnly(2026, 3, 16), await bot.Look(db => db.Todos.Select(t => t.DueOn).SingleAsync()));
    }

    [Theory]
    [InlineData("新建待办")]
    [InlineData("加个待办")]
    [InlineData("add a task")]
    public async Task An_order_without_anything_to_do_asks_what_it_is(string order)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Says(order)).Hears("要做什么事");
        (await rep.Says("给百川改方案")).Hears("待办已添加", "给百川改方案");
    }

    [Fact]
    public async Task A_time_that_is_past_today_means_tomorrow_and_a_past_day_is_refused()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();

        (await rep.Forges("add_task", ("content", "ring Quarry"), ("time", "09:00"))).Hears("To-do added", "Thu 12 Mar", "09:00");
        (await rep.Forges("add_task", ("content", "ring Quarry"), ("date", "2026-03-10"))).Hears("past already");

        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Fact]
    public async Task A_manager_gives_to_dos_to_the_team_and_a_rep_to_nobody_else()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("王芳").Forges("add_task", ("content", "补合同"), ("person", "P3"), ("date", "2026-03-12"))).Hears("已给 刘晨 安排待办");
        await bot.As("刘晨").IsTold("王芳", "补合同");
        (await bot.As("赵磊").Forges("add_task", ("content", "补合同"), ("person", "P3"))).Hears("只能给自己或下属");
        (await bot.As("王芳").Forges("add_task", ("content", "x"), ("person", "P5"))).Hears("只能给自己或下属");

        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Fact]
    public async Task A_repeating_to_do_that_is_unticked_and_ticked_again_comes_back_once()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("add_task", ("content", "交周报"), ("date", "2026-03-11"), ("recurrence", "weekly"));
        var key = await bot.Look(db => db.Todos.Select(t => t.Key).SingleAsync());

        await rep.Forges("complete_task", ("task", key), ("page", "1"));
        await rep.Forges("reopen_task", ("task", key), ("page", "1"));
        await rep.Forges("complete_task", ("task", key), ("page", "1"));

        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync(t => t.DoneAt == null)));
    }

    [Fact]
    public async Task The_list_is_grouped_by_urgency_and_ticked_where_it_stands()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await Give(bot, ("以前的事", -1), ("今天的事", 0), ("以后的事", 5));

        await rep.Forges("list_tasks");
        rep.Hears("赵磊的待办 3 条", "已逾期", "1. 以前的事", "今天", "2. 今天的事", "以后", "3. 以后的事");

        await rep.Forges("complete_task", ("task", "T0"), ("page", "1"));
        rep.Hears("赵磊的待办 2 条", "以前的事", "1. 今天的事");
        await rep.Forges("reopen_task", ("task", "T0"), ("page", "1"));
        rep.Hears("赵磊的待办 3 条", "1. 以前的事");
        Assert.Null(await bot.Look(db => db.Todos.Where(t => t.Key == "T0").Select(t => t.DoneAt).SingleAsync()));

        (await rep.Forges("list_tasks", ("period", "today"))).Hears("待办 2 条").DoesNotHear("以后的事");
        (await rep.Forges("list_tasks", ("status", "overdue"))).Hears("逾期 1 条").DoesNotHear("今天的事");
    }

    [Fact]
    public async Task A_long_list_has_pages_and_an_empty_one_says_so()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Forges("list_tasks")).Hears("没有待办");

        await Give(bot, [.. Enumerable.Range(1, 19).Select(i => ($"事项{i:00}", i))]);
        (await rep.Forges("list_tasks")).Hears("待办 19 条", "8. 事项08").DoesNotHear("事项09");
        (await rep.Presses("更多")).Hears("1. 事项09");
        (await rep.Presses("更多")).Hears("3. 事项19").DoesNotHear("更多");
        (await rep.Presses("上一页")).Hears("事项09");
    }

    [Fact]
    public async Task Ticks_once_with_its_outcome_and_undo_opens_it_again()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await Give(bot, ("寄样本", 0));

        (await rep.Forges("complete_task", ("task", "T0"), ("content", "顺丰已签收"))).Hears("已完成：寄样本", "顺丰已签收");
        (await rep.Forges("complete_task", ("task", "T0"))).Hears("已在", "完成");
        (await bot.As("刘晨").Forges("complete_task", ("task", "T0"))).Hears("没有找到");
        await rep.Presses("撤销");

        Assert.Equal((null, null), await bot.Look(async db => { var t = await db.Todos.SingleAsync(); return (t.DoneAt, t.Outcome); }));
    }

    [Fact]
    public async Task One_that_repeats_comes_again_and_a_wake_up_wants_its_outcome()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("add_task", ("content", "写周报"), ("date", "2026-03-11"), ("recurrence", "weekly"));
        var key = await bot.Look(db => db.Todos.Select(t => t.Key).SingleAsync());
        await rep.Forges("complete_task", ("task", key));
        Assert.Equal(new DateOnly(2026, 3, 18), await bot.Look(db => db.Todos.Where(t => t.DoneAt == null).Select(t => t.DueOn).SingleAsync()));

        await Give(bot, TodoKind.WakeUp, ("回访百川", 0));
        (await rep.Forges("complete_task", ("task", "T0"))).Hears("需要写明结果");
        Assert.Equal(2, await bot.Look(db => db.Todos.CountAsync(t => t.DoneAt == null)));
    }

    [Fact]
    public async Task Snoozing_moves_the_to_do_of_the_customer_or_reminds_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Forges("snooze", ("customer", "C1"))).Hears("推迟到哪一天");
        (await rep.Forges("snooze", ("customer", "C1"), ("date", "2026-03-16"))).Hears("已设提醒", "东岭阀门", "3月16日");
        (await rep.Forges("snooze", ("customer", "C1"), ("date", "2026-03-18"))).Hears("已推迟：跟进 东岭阀门", "3月18日");
        (await rep.Forges("snooze", ("customer", "C1"), ("date", "2026-03-01"))).Hears("已经过去");
        (await rep.Forges("snooze", ("date", "2026-03-18"))).Hears("没有您可以推迟的待办");

        Assert.Equal(new DateOnly(2026, 3, 18), await bot.Look(db => db.Todos.Select(t => t.DueOn).SingleAsync()));
    }

    private static Task Give(TestBot bot, params (string Title, int InDays)[] todos) => Give(bot, TodoKind.Own, todos);

    private static async Task Give(TestBot bot, TodoKind kind, params (string Title, int InDays)[] todos)
    {
        await using var db = bot.Open();
        var owner = await db.People.Where(p => p.Key == "P2").Select(p => p.Id).SingleAsync();
        db.AddRange(todos.Select((t, i) => new Todo { Key = "T" + i, OwnerId = owner, Kind = kind, Title = t.Title, DueOn = new DateOnly(2026, 3, 11).AddDays(t.InDays), CreatedAt = TestBot.Start }));
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task A_to_do_without_a_day_is_told_as_such()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("王芳").Forges("add_task", ("content", "补资料"), ("person", "P2"));
        await bot.As("赵磊").IsTold("王芳 给您安排了待办：补资料（没有定日期）");
    }

    [Theory]
    [InlineData("团队待办", "团队")]
    [InlineData("team tasks", "团队")]
    public async Task A_teams_to_dos_are_listed(string said, string whose)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says(said);
        manager.Hears("待办", whose);
    }
}
