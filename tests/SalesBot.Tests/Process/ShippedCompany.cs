using SalesBot.Data;
using SalesBot.Documents;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Process;

/// <summary>The test company on the process that ships, with all its gates.</summary>
internal static class ShippedCompany
{
    public static Task<TestBot> StartAsync(Store? store = null) => TestBot.StartAsync(
        db =>
        {
            TestCompany.Fill(db, TestBot.Start);
            db.ChangeTracker.Entries<Definition>().ToList().ForEach(e => e.State = Microsoft.EntityFrameworkCore.EntityState.Detached);
            return db.SaveChangesAsync();
        },
        store);

    /// <summary>A document as if it had been handed in.</summary>
    public static async Task<Document> HandInAsync(this TestBot bot, string deal, string kind, string by)
    {
        await using var db = bot.Open();
        var document = new Document
        {
            Key = Keys.New('O'), Kind = kind, Name = kind + ".pdf", ContentType = "application/pdf", Size = 1, Sha256 = new string('0', 64), DealId = db.Deals.Single(d => d.Key == deal).Id,
            UploadedById = db.People.Single(p => p.Name == by).Id, CreatedAt = bot.Clock.Now,
        };
        db.Add(document);
        await db.SaveChangesAsync();
        return document;
    }

    public static async Task PutAsync(this TestBot bot, string deal, string stage)
    {
        await using var db = bot.Open();
        db.Deals.Single(d => d.Key == deal).Stage = stage;
        await db.SaveChangesAsync();
    }

    public static Task<string> StageAsync(this TestBot bot, string deal) => bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == deal).Stage));
}
