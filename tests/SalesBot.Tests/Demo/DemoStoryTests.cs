using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Server.Demo;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Demo;

public sealed class DemoStoryTests
{
    [Theory]
    [InlineData("2026-03-11T15:20", "2026-03-11T15:20", "Wednesday afternoon stays")]
    [InlineData("2026-03-11T20:20", "2026-03-11T17:20", "evening: the afternoon before")]
    [InlineData("2026-03-12T03:20", "2026-03-12T09:20", "early: the morning after")]
    [InlineData("2026-03-07T11:20", "2026-03-06T17:20", "Saturday: Friday afternoon")]
    [InlineData("2026-03-08T03:20", "2026-03-09T09:20", "Sunday: Monday morning")]
    [InlineData("2026-03-15T03:20", "2026-03-13T17:20", "Monday morning is still ahead")]
    [InlineData("2026-02-16T11:20", "2026-02-14T17:20", "a long holiday")]
    public void A_contract_of_the_practice_company_is_submitted_in_working_hours_of_a_working_day(string meant, string submitted, string why) =>
        Assert.True(At(submitted) == DemoStory.InTheDay(At(meant), At("2026-03-13T18:00")), why);

    [Fact]
    public async Task What_waits_in_the_practice_company_can_be_said_in_the_language_of_whoever_opens_it()
    {
        await using var bot = await TestBot.StartAsync(_ => Task.CompletedTask);
        await new DemoStory(bot.Open, bot.Get<TurnRunner>(), bot.Get<NameFeed>(), bot.Clock).TellAsync(CancellationToken.None);

        var waiting = await bot.Look(db => db.Outbox.ToListAsync());
        Assert.NotEmpty(waiting);
        Assert.All(waiting, message => Assert.NotNull(message.Subject));
        Assert.Empty(await bot.Look(db => db.References.ToListAsync()));
    }

    [Fact]
    public async Task The_last_contact_of_the_practice_company_is_the_follow_up_of_that_day()
    {
        await using var bot = await TestBot.StartAsync(_ => Task.CompletedTask);
        await new DemoStory(bot.Open, bot.Get<TurnRunner>(), bot.Get<NameFeed>(), bot.Clock).TellAsync(CancellationToken.None);

        var told = await bot.Look(db => db.FollowUps.Where(f => f.CustomerId != null).Select(f => new { f.HappenedAt, f.Customer!.Name, Last = f.Customer!.LastInteractionAt }).ToListAsync());
        Assert.DoesNotContain(told.GroupBy(f => f.Name, StringComparer.Ordinal), customer => customer.Max(f => f.HappenedAt) is var newest && customer.First().Last is { } last && (last < newest || (last.Date == newest.Date && last != newest)));
    }

    [Theory]
    [InlineData("2026-03-17T09:00")]
    [InlineData("2026-04-21T09:00")]
    [InlineData("2026-04-04T11:00")]
    public async Task Nobody_in_the_practice_company_plans_for_a_day_off_whatever_day_it_is_filled(string day)
    {
        await using var bot = await TestBot.StartAsync(_ => Task.CompletedTask);
        var today = DateOnly.FromDateTime(At(day).DateTime);

        var planned = await bot.Look(db =>
        {
            new DemoCompany(DemoFile.Read(), At(day)).Fill(db);
            DateOnly?[] days = [.. db.Deals.Local.SelectMany(d => new[] { d.CloseDate, d.NextStepOn }), .. db.Todos.Local.Select(t => t.DueOn), .. db.Promises.Local.Select(p => p.DueOn), .. db.Payments.Local.Select(p => (DateOnly?)p.DueOn)];
            return Task.FromResult(days.OfType<DateOnly>().ToList());
        });

        Assert.All(planned, on => Assert.True(WorkCalendar.China.IsWorkday(on), $"{on:yyyy-MM-dd}"));
        Assert.Contains(planned, on => on < today);
        Assert.Contains(planned, on => on > today);
    }

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + "+08:00", null);
}
