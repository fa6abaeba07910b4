using Microsoft.EntityFrameworkCore;
using SalesBot.Customers.Pool;
using SalesBot.Promises;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>Customers that go back to the pool, and promises that come due.</summary>
public sealed class CustomerNudgeTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.Postgres)]
    public async Task CU_11_an_owner_is_warned_five_days_before_and_a_follow_up_keeps_the_customer(Store store)
    {
        await using var bot = await LastMetAsync(store, ("C1", 86), ("C3", 86));
        await bot.RoundAsync();
        var rep = bot.As("赵磊");
        await rep.IsTold("2 位客户即将退回公海", "东岭阀门", "3月16日 周一 退回公海");

        await rep.Says("刚给东岭阀门周总打了电话，方案没问题");
        for (var day = 0; day < 7; day++)
        {
            await bot.PassAsync(TimeSpan.FromDays(1));
            await bot.RoundAsync();
            await bot.Get<CustomerClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
        }

        Assert.Equal(["C1"], await bot.Look(db => db.Customers.Where(c => c.Key == "C1" || c.Key == "C3").Where(c => c.OwnerId != null).Select(c => c.Key).ToListAsync()));
    }

    [Fact]
    public async Task CU_11_who_could_not_be_warned_loses_nothing()
    {
        await using var bot = await LastMetAsync(Store.Sqlite, ("C3", 200));

        await bot.Get<CustomerClock>().RunAsync(bot.Clock.Now, CancellationToken.None);

        Assert.NotNull(await bot.Look(db => db.Customers.Where(c => c.Key == "C3").Select(c => c.OwnerId).FirstAsync()));
    }

    [Fact]
    public async Task A_customer_that_is_about_to_go_back_to_the_pool_is_one_line_of_the_digest_and_not_two()
    {
        await using var bot = await LastMetAsync(Store.Sqlite, ("C1", 56), ("C3", 30));
        await bot.Look(db => db.Customers.Where(c => c.Key == "C1" || c.Key == "C3").ExecuteUpdateAsync(set => set.SetProperty(c => c.Grade, "B")));

        await bot.RoundAsync();

        var rep = bot.As("赵磊");
        await rep.IsTold("1 位客户即将退回公海", "1 位客户该联系了");
        var digest = Assert.Single(await rep.SeenAsync(), h => h.Text.Contains("退回公海", StringComparison.Ordinal));
        Assert.Equal(2, digest.Text.Split("东岭阀门").Length);
        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.RoundAsync();
        Assert.Single(await rep.SeenAsync(), h => h.Text.Contains("东岭阀门", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AL_03_a_wake_up_that_is_found_at_night_is_due_three_working_days_after_it_is_told()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(db => db.Customers.Where(c => c.Key == "C1").ExecuteUpdateAsync(set => set.SetProperty(c => c.LastInteractionAt, TestBot.Start.AddHours(34).AddDays(-30))));

        await bot.RoundsAsync(TimeSpan.FromHours(48));

        // The thirtieth day is Thursday: found at midnight, told in the morning.
        Assert.Equal(new DateOnly(2026, 3, 17), await bot.Look(db => db.Todos.Where(t => t.Kind == SalesBot.Tasks.TodoKind.WakeUp && t.Customer!.Key == "C1").Select(t => t.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task A_promise_is_asked_about_on_its_day_and_once_it_was_put_off_on_the_new_one()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            var (customer, rep) = (db.Customers.First(c => c.Key == "C1"), db.People.First(p => p.Name == "赵磊"));
            db.Add(new Promise { Key = "M1", Customer = customer, PersonId = rep.Id, Side = PromiseSide.Theirs, Content = "给清单", DueOn = new DateOnly(2026, 3, 12), CreatedAt = TestBot.Start });
            return await db.SaveChangesAsync();
        });
        Assert.Equal(0, await bot.RoundAsync());
        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.RoundAsync();
        var person = bot.As("赵磊");
        await person.IsTold("1 个承诺到期了", "给清单", "东岭阀门");

        await person.Forges("move_promise", ("promise", "M1"), ("date", "2026-03-16"));
        await bot.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(0, await bot.RoundAsync());
        await bot.PassAsync(TimeSpan.FromDays(3));
        await bot.RoundAsync();

        Assert.Equal(2, (await bot.FoundAsync()).Count(f => f.Rule == "promise" && f.ToldAt is not null));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.Postgres)]
    public async Task A_promise_of_many_words_is_found_like_any_other(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.Look(async db =>
        {
            var (customer, rep) = (db.Customers.First(c => c.Key == "C1"), db.People.First(p => p.Name == "赵磊"));
            db.Add(new Promise { Key = "M1", Customer = customer, PersonId = rep.Id, Content = new string('样', 400), DueOn = new DateOnly(2026, 3, 10), CreatedAt = TestBot.Start.AddDays(-3) });
            return await db.SaveChangesAsync();
        });

        Assert.Equal(1, await bot.ScanAsync());
        await bot.TellAsync();

        await bot.As("赵磊").IsTold("1 个承诺已逾期");
    }

    [Fact]
    public async Task What_is_due_today_and_was_noted_after_the_morning_is_no_news_and_no_digest_comes_in_the_evening()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.StandStillAsync(9, "D1");
        await bot.PassAsync(TimeSpan.FromHours(11.5));

        await bot.RoundAsync();

        Assert.Empty(await bot.As("赵磊").SeenAsync());
        await bot.PassAsync(TimeSpan.FromHours(11.6));
        await bot.RoundAsync();
        await bot.As("赵磊").IsTold("东岭阀门MES");
    }

    /// <summary>Without deals, which would keep them.</summary>
    private static async Task<TestBot> LastMetAsync(Store store, params (string Customer, int Days)[] met)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.LayDownAsync(book => book.With("silent", book["silent"] with { On = false }));
        await bot.Look(async db =>
        {
            await db.Deals.ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, SalesBot.Deals.DealStatus.Lost));
            foreach (var (customer, days) in met)
            {
                db.Customers.First(c => c.Key == customer).LastInteractionAt = TestBot.Start.AddDays(-days);
            }

            return await db.SaveChangesAsync();
        });
        return bot;
    }
}
