using Microsoft.EntityFrameworkCore;
using SalesBot.Customers.Pool;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>What was promised, and who is told, while somebody is on leave (complaint 31).</summary>
public sealed class AwayTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_day_that_is_promised_is_one_on_which_whoever_is_told_then_is_back(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says("help");
        await AwayAsync(bot, "何建国", (3, 17), (3, 24));
        await OnlyStandsAsync(bot);

        await bot.RoundAsync();

        await rep.IsTold("东岭阀门MES", english ? "by Wed 25 Mar, Jack He will be told" : "到 3月25日 周三 仍未处理的，会告知 何建国");
        await bot.RoundsAsync(TimeSpan.FromDays(15));
        Assert.Equal(25, Assert.Single(await bot.FoundAsync(), f => f is { Rule: "stalled", Step: 1, ToldAt: not null }).ToldAt!.Value.ToOffset(TimeSpan.FromHours(8)).Day);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_was_away_is_promised_the_day_of_those_who_were_told_before_and_not_blamed(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, director) = english ? (bot.As("赵磊").InEnglish(), bot.As("何建国").InEnglish()) : (bot.As("赵磊"), bot.As("何建国"));
        await rep.Says("help");
        await director.Says("help");
        await AwayAsync(bot, "赵磊", (3, 11), (3, 13));
        await OnlyStandsAsync(bot);

        await bot.RoundsAsync(TimeSpan.FromDays(5));
        await rep.IsTold("东岭阀门MES", english ? "by Wed 18 Mar, Jack He will be told" : "到 3月18日 周三 仍未处理的，会告知 何建国");
        await bot.RoundsAsync(TimeSpan.FromDays(3));

        await director.IsTold("东岭阀门MES");
        await AwayAsync(bot, "王芳", (3, 12), (3, 12));
        await AwayAsync(bot, "赵磊", (3, 17), (3, 17));
        await bot.Look(db => db.Findings.Where(f => f.Step == 1).ExecuteDeleteAsync());
        await bot.RoundsAsync(TimeSpan.FromDays(1));
        await director.IsTold(english ? "On leave: Fiona Wang and Ray Zhao. So you are told now." : "王芳 和 赵磊 请假，没能处理，现在告诉您");
    }

    [Fact]
    public async Task Who_comes_back_after_the_next_one_was_told_is_promised_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        await AwayAsync(bot, "赵磊", (3, 11), (3, 20));
        await OnlyStandsAsync(bot);

        await bot.RoundsAsync(TimeSpan.FromDays(12));

        var rep = bot.As("赵磊");
        await rep.IsTold("东岭阀门MES");
        Assert.DoesNotContain(await rep.SeenAsync(), h => h.Text.Contains("会告知", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AL_03_a_wake_up_call_goes_to_somebody_who_is_there()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            db.Add(new Person { Key = "PX", Name = "高远", EnglishName = "Gary Gao", Role = Role.CustomerSuccess, CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
            return await db.Customers.Where(c => c.Key == "C1" || c.Key == "C3").ExecuteUpdateAsync(set => set.SetProperty(c => c.LastInteractionAt, TestBot.Start.AddDays(-40)));
        });
        await AwayAsync(bot, "林小雨", (3, 12), (3, 20));

        await bot.RoundAsync();

        Assert.Equal(["高远"], await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.WakeUp).Select(t => t.Owner.Name).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task CU_11_nobody_loses_a_customer_while_they_are_on_leave_nor_on_the_morning_after()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(async db =>
        {
            await db.Deals.ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, SalesBot.Deals.DealStatus.Lost));
            return await db.Customers.Where(c => c.Key == "C3").ExecuteUpdateAsync(set => set.SetProperty(c => c.LastInteractionAt, TestBot.Start.AddDays(-86)).SetProperty(c => c.Grade, (string?)null));
        });
        await bot.RoundAsync();
        await bot.As("赵磊").IsTold("1 位客户即将退回公海", "最后一个工作日是 3月13日 周五");
        await AwayAsync(bot, "赵磊", (3, 12), (3, 17));

        foreach (var (day, owned) in new[] { (17, true), (18, true), (19, false) })
        {
            bot.Clock.Set(new DateTimeOffset(2026, 3, day, 10, 0, 0, TimeSpan.FromHours(8)));
            await bot.Get<CustomerClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
            Assert.Equal(owned, await bot.Look(db => db.Customers.Where(c => c.Key == "C3").Select(c => c.OwnerId != null).SingleAsync()));
        }
    }

    /// <summary>D1 has stood still for nine days, and there is no other deal.</summary>
    private static async Task OnlyStandsAsync(TestBot bot)
    {
        await bot.Look(db => db.Deals.Where(d => d.Key != "D1").ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, SalesBot.Deals.DealStatus.Lost)));
        await bot.StandStillAsync(9, "D1");
    }

    private static Task AwayAsync(TestBot bot, string name, (int Month, int Day) from, (int Month, int Day) to) => bot.Look(async db =>
    {
        db.Add(new Absence { Key = $"A{name}{from.Day}", Person = db.People.First(p => p.Name == name), From = new DateOnly(2026, from.Month, from.Day), To = new DateOnly(2026, to.Month, to.Day), CreatedAt = TestBot.Start });
        return await db.SaveChangesAsync();
    });
}
