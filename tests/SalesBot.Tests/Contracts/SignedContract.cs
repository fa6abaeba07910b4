using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>A company in which 凌云电缆's contract and Quarry Stone's were approved; the first is archived as signed, or both.</summary>
internal static class SignedContract
{
    public static async Task<TestBot> StartAsync(Store? store = null, string? terms = null)
    {
        var bot = await TestBot.StartAsync(store);
        await using var db = bot.Open();
        db.AddRange(await ApprovedAsync(db, "CT1", "凌云电缆合同", "D3", 1_450_000, "CNY", terms), await ApprovedAsync(db, "CT2", "Quarry supply agreement", "D7", 80_000, "USD", null));
        await db.SaveChangesAsync();
        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        await bot.As("赵磊").Forges("sign_contract", ("contract", "CT1"));
        await bot.As("Kevin Doyle").InEnglish().Forges("sign_contract", ("contract", "CT2"));
        await bot.DeliverAsync();
        return bot;
    }

    private static async Task<Contract> ApprovedAsync(SalesBot.Data.SalesDb db, string key, string title, string dealKey, decimal amount, string currency, string? terms)
    {
        var deal = await db.Deals.SingleAsync(d => d.Key == dealKey);
        return new Contract { Key = key, Title = title, DealId = deal.Id, CustomerId = deal.CustomerId, Amount = amount, Currency = currency, Terms = terms, Status = ContractStatus.Approved, CreatedAt = TestBot.Start };
    }
}
