using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Nudges;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>What was over and is so again, and what stays so while the rule or the owner changes: none twice, none lost.</summary>
public sealed class ComingBackTests
{
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.Postgres)]
    public async Task AL_01_a_move_that_is_undone_leaves_the_alert_as_it_was_and_its_ladder_goes_on(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.StandStillAsync(9, "D1");
        await bot.RoundAsync();
        var rep = bot.As("赵磊");
        await rep.IsTold("东岭阀门MES 已停滞 9 天");

        await rep.Says("东岭阀门MES推进到商务谈判");
        await bot.RoundAsync();
        Assert.All(await StalledAsync(bot), f => Assert.Equal(FindingState.Cleared, f.State));
        (await rep.Says("撤销")).Hears("已撤销");

        Assert.Equal(0, await bot.RoundAsync());
        Assert.All(await StalledAsync(bot), f => Assert.Equal(FindingState.Told, f.State));
        await bot.RoundsAsync(TimeSpan.FromDays(8));
        await bot.As("何建国").IsTold("东岭阀门MES");
    }

    [Fact]
    public async Task AL_01_a_deal_that_is_thawed_after_a_week_is_told_of_again()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.StandStillAsync(9, "D1");
        await bot.RoundAsync();
        await bot.As("赵磊").IsTold("东岭阀门MES 已停滞 9 天");
        await FreezeAsync(bot, new DateOnly(2026, 3, 31));
        await bot.RoundsAsync(TimeSpan.FromDays(5));
        Assert.All(await StalledAsync(bot), f => Assert.Equal(FindingState.Cleared, f.State));

        await FreezeAsync(bot, null);
        await bot.RoundsAsync(TimeSpan.FromDays(1));

        Assert.Equal(2, (await StalledAsync(bot)).Count(f => f.State == FindingState.Told && f.ToldAt > TestBot.Start.AddDays(4)));
        Assert.DoesNotContain(await StalledAsync(bot), f => f.Step > 0);
    }

    [Fact]
    public async Task AL_01_who_takes_over_a_stalled_deal_is_told_and_their_superior_not_twice()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.StandStillAsync(9, "D1");
        await bot.RoundAsync();
        await bot.Look(db => db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.OwnerId, db.People.First(p => p.Name == "刘晨").Id)));
        await bot.RoundAsync();

        await bot.As("刘晨").IsTold("东岭阀门MES 已停滞 9 天");
        Assert.Equal(3, (await StalledAsync(bot)).Count);
        Assert.Equal(0, await bot.RoundAsync());
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.Postgres)]
    public async Task AL_09_a_payment_that_was_told_is_not_told_again_when_it_is_to_be_told_earlier(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.Look(db =>
        {
            var deal = db.Deals.First(d => d.Key == "D5");
            var contract = new Contract { Key = "K1", Title = "百川一期合同", DealId = deal.Id, CustomerId = deal.CustomerId, Amount = 900_000, Status = ContractStatus.Signed, CreatedAt = TestBot.Start };
            contract.Payments.Add(new PaymentDue { Key = "K1-1", Amount = 300_000, DueOn = new DateOnly(2026, 3, 13), CreatedAt = TestBot.Start });
            db.Add(contract);
            return db.SaveChangesAsync();
        });
        await bot.RoundsAsync(TimeSpan.FromDays(1));
        Assert.Single(await SoonAsync(bot));

        await bot.LayDownAsync(book => book.With("payment_soon", book["payment_soon"] with { Days = 7 }));
        await bot.RoundsAsync(TimeSpan.FromHours(3));
        Assert.Single(await SoonAsync(bot));

        await bot.Look(db => db.Payments.Where(p => p.Key == "K1-1").ExecuteUpdateAsync(s => s.SetProperty(p => p.DueOn, new DateOnly(2026, 3, 18))));
        await bot.RoundsAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, (await SoonAsync(bot)).Count);
    }

    private static async Task<List<Finding>> StalledAsync(TestBot bot) => [.. (await bot.FoundAsync()).Where(f => f.Rule == "stalled" && f.SubjectKey == "D1")];

    private static async Task<List<Finding>> SoonAsync(TestBot bot) => [.. (await bot.FoundAsync()).Where(f => f.Rule == "payment_soon")];

    private static Task<int> FreezeAsync(TestBot bot, DateOnly? until) => bot.Look(db => db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.FrozenUntil, until)));
}
