using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>A to-do that is called by its own words gets the day and the hour that are wanted: it moves, no second one is made, and no deal's close goes along.</summary>
public sealed class TaskAnewTests
{
    [Theory]
    [InlineData("Walkthrough for Nora", "move the walkthrough for nora to monday 9am, saturday doesn't work", "2026-03-16", "09:00")]
    [InlineData("Walkthrough for Nora", "saturday is no good, shift the walkthrough for nora to thursday at 2pm", "2026-03-12", "14:00")]
    [InlineData("Walkthrough for Nora", "the walkthrough for nora is on MONDAY the 16th at 9", "2026-03-16", "09:00")]
    [InlineData("Walkthrough for Nora", "nora moved: walkthrough for nora now next tuesday 11 am", "2026-03-17", "11:00")]
    [InlineData("Depot badge audit", "depot badge audit on monday not saturday", "2026-03-16", null)]
    [InlineData("Depot badge audit", "the depot badge audit should be on friday", "2026-03-13", null)]
    [InlineData("Depot badge audit", "bring the depot badge audit forward to tomorrow please", "2026-03-12", null)]
    [InlineData("Depot badge audit", "move the depot badge audit from saturday to monday", "2026-03-16", null)]
    public async Task In_English_it_has_the_day_that_is_wanted(string title, string said, string day, string? hour)
    {
        await using var bot = await TestTodos.OnSaturdayAsync("Kevin Doyle", title, "Depot lunch");
        await bot.As("Kevin Doyle").InEnglish().Says(said);
        await HasAsync(bot, title, day, hour);
    }

    [Theory]
    [InlineData("核对百川点位表", "那个点位表的待办提前到明天", "2026-03-12", null)]
    [InlineData("陪方工再看一次现场", "陪方工再看一次现场 改到周五下午三点", "2026-03-13", "15:00")]
    [InlineData("陪方工再看一次现场", "周五下午三点陪方工看现场，改一下那个待办的时间", "2026-03-13", "15:00")]
    [InlineData("核对百川点位表", "核对百川点位表是周五，不是周六", "2026-03-13", null)]
    [InlineData("核对百川点位表", "周六没空，核对百川点位表改到下周一上午十点", "2026-03-16", "10:00")]
    [InlineData("核对百川点位表", "把核对百川点位表从周六挪到周四", "2026-03-12", null)]
    public async Task In_Chinese_it_has_the_day_that_is_wanted(string title, string said, string day, string? hour)
    {
        await using var bot = await TestTodos.OnSaturdayAsync("赵磊", title, "陪方工看合同");
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");
        await rep.Says(said);
        await HasAsync(bot, title, day, hour);
        Assert.Equal(new DateOnly(2026, 4, 12), await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.CloseDate).SingleAsync()));
    }

    [Theory]
    [InlineData("提醒我周五约周总开会", "约周总开会")]
    [InlineData("周五给百川发点位表", "给百川发点位表")]
    public async Task Another_one_of_some_of_its_words_is_still_a_new_one(string said, string title)
    {
        await using var bot = await TestTodos.OnSaturdayAsync("赵磊", "核对百川点位表");
        await bot.As("赵磊").Says(said);
        Assert.Equal(["核对百川点位表", title], await bot.Look(db => db.Todos.OrderBy(t => t.Id).Select(t => t.Title).ToListAsync()));
        Assert.Equal(TestTodos.Saturday, await bot.Look(db => db.Todos.OrderBy(t => t.Id).Select(t => t.DueOn!.Value).FirstAsync()));
    }

    [Theory]
    [InlineData("核对百川点位表是周五吗")]
    [InlineData("要是核对百川点位表改到周五就好了")]
    [InlineData("昨天核对百川点位表的时候罗主任说周五开会")]
    public async Task What_asks_or_tells_moves_nothing(string said)
    {
        await using var bot = await TestTodos.OnSaturdayAsync("赵磊", "核对百川点位表");
        await bot.As("赵磊").Says(said);
        Assert.Equal(TestTodos.Saturday, await bot.Look(db => db.Todos.OrderBy(t => t.Id).Select(t => t.DueOn!.Value).FirstAsync()));
    }

    [Fact]
    public async Task The_card_shows_the_day_and_the_hour_and_says_when_it_is_so_already()
    {
        await using var bot = await TestTodos.OnSaturdayAsync("赵磊", "商务条款确认");
        var rep = bot.As("赵磊");
        (await rep.Says("商务条款确认改到周五上午10点")).Hears("已提前：商务条款确认", "3月13日 周五 10:00");
        (await rep.Says("商务条款确认改到下午四点")).Hears("已推迟", "3月13日 周五 10:00 → **3月13日 周五 16:00**");
        (await rep.Says("商务条款确认推到下周一")).Hears("3月16日 周一 16:00");
        (await rep.Says("商务条款确认改到下周一")).Hears("本来就在 3月16日 周一 16:00").DoesNotHear("✓");
    }

    [Fact]
    public async Task After_a_move_an_hour_corrects_it_and_after_its_undo_another_day_is_of_it_again()
    {
        await using var bot = await TestTodos.OnSaturdayAsync("赵磊", "商务条款确认");
        var rep = bot.As("赵磊");
        await rep.Says("看百川水务平台");
        await rep.Says("商务条款确认挪到周五");
        await rep.Says("改成下午3点吧");
        await HasAsync(bot, "商务条款确认", "2026-03-13", "15:00");
        await rep.Says("撤销");
        await rep.Says("算了还是挪到下周二吧");
        Assert.Equal(new DateOnly(2026, 3, 17), await bot.Look(db => db.Todos.Select(t => t.DueOn).SingleAsync()));
        Assert.Equal(new DateOnly(2026, 6, 30), await bot.Look(db => db.Deals.Where(d => d.Key == "D5").Select(d => d.CloseDate).SingleAsync()));
    }

    [Theory]
    [InlineData("周国平改到下午三点了", "2026-03-14", "15:00")]
    [InlineData("周国平那边挪到下周一", "2026-03-16", null)]
    public async Task Somebody_alone_is_what_is_planned_with_them(string said, string day, string? hour)
    {
        await using var bot = await TestTodos.OnSaturdayAsync("赵磊", "周国平来公司", "商务条款确认");
        await bot.As("赵磊").Says(said);
        await HasAsync(bot, "周国平来公司", day, hour);
    }

    [Theory]
    [InlineData("reschedule the gate count to next tuesday")]
    [InlineData("push gate count to tuesday 17 march")]
    public async Task What_is_ticked_is_said_to_be_so_and_opened_again_by_a_button(string said)
    {
        await using var bot = await TestTodos.OnSaturdayAsync("Kevin Doyle", "Gate count");
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("show Quarry Stone EMS");
        (await rep.Says("gate count is done")).Hears("Done");
        (await rep.Says(said)).Hears("was ticked", "Tue 17 Mar").DoesNotHear("✓");
        await rep.Presses("Open it again");
        Assert.Equal((new DateOnly(2026, 3, 17), true), await bot.Look(async db => ((await db.Todos.SingleAsync()).DueOn!.Value, (await db.Todos.SingleAsync()).DoneAt == null)));
        Assert.Equal(new DateOnly(2026, 5, 15), await bot.Look(db => db.Deals.Where(d => d.Key == "D7").Select(d => d.CloseDate).SingleAsync()));
    }

    [Theory]
    [InlineData("把东岭的排产推到周五", false)]
    [InlineData("move the quarry turnstiles to friday", true)]
    public async Task A_day_of_something_else_at_a_customer_is_asked_before_its_deal_closes_then(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        (await rep.Says(said)).DoesNotHear("预计成交已修改", "Close date changed");
    }

    [Theory]
    [InlineData("东岭阀门推到5月8号", "D1", false)]
    [InlineData("凌云那单签约推到5月8号", "D3", false)]
    [InlineData("Quarry Stone slips to 8 May", "D7", true)]
    public async Task A_deal_that_is_named_and_nothing_besides_moves(string said, string deal, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said);
        Assert.Equal(new DateOnly(2026, 5, 8), await bot.Look(db => db.Deals.Where(d => d.Key == deal).Select(d => d.CloseDate).SingleAsync()));
    }

    private static async Task HasAsync(TestBot bot, string title, string day, string? hour)
    {
        var todos = await bot.Look(db => db.Todos.OrderBy(t => t.Id).ToListAsync());
        Assert.Equal(2, todos.Count(t => t.Key.StartsWith('W')) + (todos.Count == 1 ? 1 : 0));
        Assert.DoesNotContain(todos, t => !t.Key.StartsWith('W'));
        var todo = todos.Single(t => t.Title == title);
        Assert.Equal((DateOnly.Parse(day, CultureInfo.InvariantCulture), hour is null ? null : (TimeOnly?)TimeOnly.Parse(hour, CultureInfo.InvariantCulture), null), (todo.DueOn, todo.DueAt, todo.DoneAt));
    }
}
