using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Language;

namespace SalesBot.Tests.FollowUps;

/// <summary>An appointment that was on a day which is past is reported on that day, and nothing is planned for it.</summary>
public sealed class WasThenTests
{
    private static readonly (string, string, string, string?, string?)[] Plans =
        [("Kevin Doyle", "Depot tour", "2026-03-10", null, "D7"), ("赵磊", "机房参观", "2026-03-10", null, "D5"), ("Kevin Doyle", "Price demo", "2026-03-20", null, null)];

    [Theory]
    [InlineData("depot tour was friday already, tick it off pls. they liked the gates but want a reference", 6, true)]
    [InlineData("the depot tour was on monday, they want a second one", 9, true)]
    [InlineData("机房参观周五去过了，帮我勾掉，他们想看案例", 6, false)]
    public async Task It_is_a_report_of_that_day(string said, int day, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said);
        var told = await bot.Look(db => db.FollowUps.Include(f => f.Customer).SingleAsync());
        Assert.Equal((english ? "C8" : "C5", new DateOnly(2026, 3, day)), (told.Customer!.Key, DateOnly.FromDateTime(told.HappenedAt.DateTime)));
        Assert.DoesNotContain("tick", told.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("勾掉", told.Content, StringComparison.Ordinal);
        Assert.Equal(3, await bot.Look(db => db.Todos.CountAsync()));
        if (said.Contains("tick", StringComparison.Ordinal) || said.Contains("勾掉", StringComparison.Ordinal)) Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync(t => t.DoneAt != null)));
    }

    [Theory]
    [InlineData("visited Quarry Stone, they liked the gates", "the visit at quarry was on friday not today", true)]
    [InlineData("visited Quarry Stone, they liked the gates", "that visit was last friday", true)]
    [InlineData("今天拜访了百川水务，他们想看案例", "百川的拜访周五去的", false)]
    public async Task It_corrects_the_day_of_what_was_reported(string told, string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(told);
        await rep.Says(said);
        Assert.Equal(new DateOnly(2026, 3, 6), DateOnly.FromDateTime((await bot.Look(db => db.FollowUps.Select(f => f.HappenedAt).SingleAsync())).DateTime));
        Assert.Equal(3, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Theory]
    [InlineData("the price demo was friday, now it is monday", "Price demo 2026-03-16", true)]
    [InlineData("price demo is on monday", "Price demo 2026-03-16", true)]
    [InlineData("机房参观改到周五", "机房参观 2026-03-13", false)]
    public async Task What_has_another_day_now_moves(string said, string row, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said);
        Assert.Contains(row, await bot.OnListAsync(), StringComparer.Ordinal);
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }
}
