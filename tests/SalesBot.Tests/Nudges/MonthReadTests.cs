using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>A month of messages was read line by line as the people who get them: what their words promised was not always what came, or was said of lines that it did not fit.</summary>
public sealed class MonthReadTests
{
    [Fact]
    public async Task AL_03_what_comes_back_each_Monday_comes_on_the_one_after_a_Monday_off_too()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();

        await bot.MorningsAsync(33);

        // The 6th of April is a day off, so it came on Tuesday the 7th; the 13th is a Monday like any other.
        Assert.Equal([7, 13, 18, 30], await bot.ToldOnAsync("silent", "C1", "赵磊"));
        Assert.Equal([7, 13, 18, 30], await bot.ToldOnAsync("silent", "C1", "王芳"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_03_a_list_of_new_ones_and_of_some_that_come_back_says_which_lines_its_words_are_about(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (owner, manager) = english ? (bot.As("赵磊").InEnglish(), bot.As("王芳").InEnglish()) : (bot.As("赵磊"), bot.As("王芳"));
        await owner.Says("help");
        await manager.Says("help");
        await bot.OnlyAsync("C1", "A", 40);
        await bot.Look(db => db.Customers.Where(c => c.Key == "C3").ExecuteUpdateAsync(set => set.SetProperty(c => c.Grade, "B").SetProperty(c => c.LastInteractionAt, TestBot.Start.AddDays(-19))));
        await bot.RoundAsync();

        await bot.MorningsAsync(19);

        var (first, rest) = english ? ("The first line is new: Rain Lin had 7 days to act and did not, so you are told now.", "Of the others you were told before") : ("第一行是新的：已告诉 林小雨，7 天没有处理，现在告诉您。", "其余上次已告诉您");
        await owner.IsTold(first, english ? "Now it is your turn: please call by Thu 2 Apr" : "现在请您在 4月2日 周四 前联系", rest);
        await manager.IsTold(first, english ? "Now it is the turn of Ray Zhao, to call by Thu 2 Apr" : "已转负责人 赵磊，请其在 4月2日 周四 前联系", rest);
        var told = Assert.Single(await manager.SeenAsync(), h => h.Text.Contains(rest, StringComparison.Ordinal));
        Assert.InRange(told.Text.IndexOf("凌云电缆", StringComparison.Ordinal), 0, told.Text.IndexOf("东岭阀门", StringComparison.Ordinal));
        await manager.IsTold(english ? "59 days · owner Ray Zhao · was to call by Mon 23 Mar" : "59 天 · 负责人 赵磊 · 应在 3月23日 周一 前联系");
    }

    [Fact]
    public async Task CU_14_a_ticket_that_is_new_to_the_superior_stands_above_those_that_come_back()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TicketAsync("林小雨", "产线停了", urgent: true);
        await bot.TicketAsync("林小雨", "想加一个报表", urgent: false);
        await bot.Look(db => db.Tickets.Where(t => !t.Urgent).ExecuteUpdateAsync(set => set.SetProperty(t => t.CreatedAt, TestBot.Start.AddDays(4))));
        await bot.RoundAsync();

        await bot.MorningsAsync(12);

        var director = bot.As("何建国");
        await director.IsTold("第一行是新的：已告诉 林小雨，3 天没有处理，现在告诉您。其余上次已告诉您");
        var told = Assert.Single(await director.SeenAsync(), h => h.Text.Contains("第一行是新的", StringComparison.Ordinal));
        Assert.InRange(told.Text.IndexOf("想加一个报表", StringComparison.Ordinal), 0, told.Text.IndexOf("产线停了", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AL_03_a_customer_that_changes_hands_between_two_steps_comes_to_its_new_owner_and_their_superior()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();
        (await bot.As("管理员").Forges("assign_customer", ("customer", "C1"), ("person", "P5"))).Hears("Kevin Doyle");

        await bot.MorningsAsync(7);

        Assert.Equal(("Kevin Doyle", new DateOnly(2026, 3, 23)), await CallAsync(bot));
        Assert.Equal([18], await bot.ToldOnAsync("silent", "C1", "Kevin Doyle"));
        Assert.Equal([18], await bot.ToldOnAsync("silent", "C1", "Emma Novak"));
        Assert.Empty(await bot.ToldOnAsync("silent", "C1", "赵磊"));
        Assert.Empty(await bot.ToldOnAsync("silent", "C1", "王芳"));
        await bot.As("林小雨").IsTold("东岭阀门", "已转 Kevin Doyle，请其在 3月23日 周一 前联系");
    }

    [Fact]
    public async Task AL_03_a_call_that_the_owner_has_goes_along_with_the_customer_and_whoever_takes_it_over_has_time_for_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.OnlyAsync("C1", "A", 40);
        await bot.RoundAsync();
        await bot.MorningsAsync(9);
        Assert.Equal(("赵磊", new DateOnly(2026, 3, 23)), await CallAsync(bot));

        var manager = bot.As("王芳");
        await manager.Forges("assign_customer", ("customer", "C1"), ("person", "P3"));

        Assert.Equal(("刘晨", new DateOnly(2026, 3, 25)), await CallAsync(bot));
        (await manager.Says("撤销")).Hears("已撤销");
        Assert.Equal(("赵磊", new DateOnly(2026, 3, 23)), await CallAsync(bot));
        await manager.Forges("assign_customer", ("customer", "C1"), ("person", "P3"));
        await bot.MorningsAsync(10);
        Assert.Equal([30], await bot.ToldOnAsync("silent", "C1", "刘晨"));
        Assert.Equal([18], await bot.ToldOnAsync("silent", "C1", "赵磊"));
    }

    [Fact]
    public async Task AL_09_a_payment_of_a_deal_that_changed_hands_goes_up_to_the_superior_of_who_has_it_now()
    {
        await using var bot = await PaymentAgainTests.LateAsync();
        await bot.RoundAsync();
        await bot.Look(db => db.Deals.ExecuteUpdateAsync(set => set.SetProperty(d => d.OwnerId, db.People.First(p => p.Key == "P5").Id)));

        await bot.MorningsAsync(9);

        Assert.Contains(await bot.FoundAsync(), f => f is { Rule: "payment", Step: 1 });
        var above = (await bot.PersonAsync("Emma Novak")).Id;
        Assert.All((await bot.FoundAsync()).Where(f => f is { Rule: "payment", Step: 1 }), f => Assert.Equal(above, f.PersonId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_01_what_stalls_in_an_evening_while_the_owner_is_on_leave_goes_up_on_the_day_that_was_announced_and_says_who_was_away(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (manager, director) = english ? (bot.As("王芳").InEnglish(), bot.As("何建国").InEnglish()) : (bot.As("王芳"), bot.As("何建国"));
        await manager.Says("help");
        await director.Says("help");
        // A week is over on Friday the 13th at eight in the evening.
        await bot.Look(async db =>
        {
            await db.Deals.Where(d => d.Key != "D1").ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DealStatus.Lost));
            await db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(set => set.SetProperty(d => d.StageSince, TestBot.Start.AddDays(-5).AddHours(10)));
            db.Add(new Absence { Key = "A1", CreatedAt = TestBot.Start, Person = db.People.First(p => p.Name == "赵磊"), From = new DateOnly(2026, 3, 16), To = new DateOnly(2026, 3, 22) });
            return await db.SaveChangesAsync();
        });

        await bot.RoundsAsync(TimeSpan.FromDays(5));
        await manager.IsTold("东岭阀门MES", english ? "by Mon 23 Mar, Jack He will be told" : "到 3月23日 周一 仍未处理的，会告知 何建国");
        await bot.RoundsAsync(TimeSpan.FromDays(7));

        Assert.Equal([23], await bot.ToldOnAsync("stalled", "D1", "何建国"));
        await director.IsTold("东岭阀门MES", english ? "Fiona Wang had 7 days to act and did not, so you are told now. On leave meanwhile: Ray Zhao." : "已告诉 王芳，7 天没有处理，现在告诉您。其间 赵磊 请假。");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AL_01_where_too_many_let_it_stand_to_be_named_it_is_a_sentence_all_the_same(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var director = english ? bot.As("何建国").InEnglish() : bot.As("何建国");
        await director.Says("help");
        await bot.StandStillAsync(9);
        await bot.RoundAsync();

        await bot.MorningsAsync(7);

        await director.IsTold(english ? "7 days ago each owner and their direct superior were told; nothing has been done since, so you are told now." : "已告诉 各负责人 和 其直属上级，7 天没有处理，现在告诉您");
    }

    [Fact]
    public async Task A_to_do_whose_time_is_nearer_than_a_quarter_of_an_hour_is_not_said_to_be_that_far_off()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.RoundAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我今天上午10点10分给王总发报价");

        await bot.PassAsync(TimeSpan.FromMinutes(5));
        await bot.RoundAsync();

        await rep.IsTold("1 条待办一刻钟内到点", "10:10");
    }

    private static async Task<(string Name, DateOnly? Due)?> CallAsync(TestBot bot) =>
        (await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.WakeUp && t.DoneAt == null && t.Customer!.Key == "C1").Select(t => new { t.Owner.Name, t.DueOn }).ToListAsync())) is [var call] ? (call.Name, call.DueOn) : null;
}
