using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Language;

/// <summary>One more deal for a customer of the company, known to the reader.</summary>
internal static class ExtraDeal
{
    public const string Key = "DX";

    public static async Task AddAsync(TestBot bot, string name, string customer, DealStatus status)
    {
        await using var db = bot.Open();
        var of = await db.Customers.Include(c => c.Owner).SingleAsync(c => c.Key == customer);
        var deal = new Deal
        {
            Key = Key, Name = name, Customer = of, Owner = of.Owner!, Stage = status == DealStatus.Open ? "qualify" : "won", Status = status, Amount = 24_000, ReviewedAmount = 24_000, Currency = "CNY", CloseDate = new DateOnly(2026, 6, 1),
            StageSince = bot.Clock.Now.AddDays(-2), LastActivityAt = bot.Clock.Now.AddDays(-1), CreatedAt = bot.Clock.Now.AddDays(-30),
        };
        db.Add(deal);
        await db.SaveChangesAsync();
        await bot.Get<NameFeed>().LoadAsync(CancellationToken.None);
    }
}
