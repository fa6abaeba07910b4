using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SalesBot.Tasks;
using SalesBot.Tests.Contracts;

namespace SalesBot.Tests.Databases;

/// <summary>A company of before comes up with its rows in order.</summary>
public sealed class InvoiceRepairTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AP_04_numbers_that_were_there_twice_are_kept_apart_and_to_dos_find_their_contract(Store store)
    {
        await using var bot = await SignedContract.StartAsync(store);
        await using (var db = bot.Open())
        {
            await db.GetService<IMigrator>().MigrateAsync("GateFindings");
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Contracts" SET "InvoiceNumber" = 'X-1'""");
            await db.GetService<IMigrator>().MigrateAsync();
        }

        var numbers = await bot.Look(db => db.Contracts.OrderBy(c => c.Id).Select(c => c.InvoiceNumber).ToListAsync());
        Assert.Equal("X-1", numbers[0]);
        Assert.StartsWith("X-1/", numbers[1], StringComparison.Ordinal);
        Assert.Equal(["CT1", "CT2"], await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.Invoice).OrderBy(t => t.Id).Select(t => t.Contract!.Key).ToListAsync()));
    }
}
