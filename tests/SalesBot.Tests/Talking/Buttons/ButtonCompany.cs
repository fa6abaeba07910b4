using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Contracts;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Files;
using SalesBot.People;
using SalesBot.Tests.Databases;

namespace SalesBot.Tests.Talking.Buttons;

/// <summary>The test company on the process that ships, with a customer and a deal for each button.</summary>
internal static class ButtonCompany
{
    public static async Task<TestDatabase> CreateAsync(Store store)
    {
        var database = await TestDatabase.CreateAsync(store);
        await using var services = new ServiceCollection().AddLogging().AddSalesBot(database.Connection, Path.Combine(AppContext.BaseDirectory, "cards"), new FileStore(Path.GetTempPath())).BuildServiceProvider();
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        TestCompany.Fill(db, TestBot.Start);
        db.ChangeTracker.Entries<Definition>().ToList().ForEach(e => e.State = EntityState.Detached);
        await db.SaveChangesAsync();
        var owner = await db.People.SingleAsync(p => p.Key == "P2");
        db.AddRange(ButtonCases.All.Select((button, number) => Contract(button, number, owner)));
        await db.SaveChangesAsync();
        return database;
    }

    private static Contract Contract(ButtonCase button, int number, Person owner)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"客户{number:00}");
        var customer = new Customer { Key = "C" + button.Verb, Name = name, LegalName = name + "有限公司", Owner = owner, CreatedAt = TestBot.Start, LastInteractionAt = TestBot.Start.AddDays(-3) };
        var deal = new Deal
        {
            Key = "D" + button.Verb, Name = name + "产线", Customer = customer, Owner = owner, Stage = button.Stage, Amount = 100_000, ReviewedAmount = 100_000, Currency = "CNY", CloseDate = new DateOnly(2026, 6, 30),
            StageSince = TestBot.Start.AddDays(-2), LastActivityAt = TestBot.Start.AddDays(-1), CreatedAt = TestBot.Start.AddDays(-30),
        };
        return new Contract { Key = "H" + button.Verb, Title = name + "合同", Deal = deal, Customer = customer, Amount = 100_000, Currency = "CNY", Status = button.Contract, CreatedAt = TestBot.Start };
    }
}
