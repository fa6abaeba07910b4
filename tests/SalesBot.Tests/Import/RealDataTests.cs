using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Tests.Cli;

namespace SalesBot.Tests.Import;

/// <summary>The 8,800 opportunities of the open data set, all files together, as a newcomer would import them.</summary>
public sealed class RealDataTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"salesbot-import-{Guid.NewGuid():N}.db");

    [SharedDataFact]
    public async Task Takes_all_of_it_says_what_it_supposed_changes_nothing_the_second_time_and_takes_it_back()
    {
        var (code, output) = await ImportAsync();

        Assert.Equal(0, code);
        Assert.Contains("Deals: 8,800 new", output, StringComparison.Ordinal);
        Assert.Contains("GTXPro = GTX Pro: 1,480 rows", output, StringComparison.Ordinal);
        Assert.Contains("1,425 deals have no customer", output, StringComparison.Ordinal);
        Assert.Contains("data_dictionary.csv", output, StringComparison.Ordinal);
        await using (var db = Open())
        {
            Assert.Equal(
                (4238, 2473, 2089),
                (await db.Deals.CountAsync(d => d.Status == DealStatus.Won), await db.Deals.CountAsync(d => d.Status == DealStatus.Lost), await db.Deals.CountAsync(d => d.Status == DealStatus.Open)));
            Assert.Equal(1425, await db.Deals.CountAsync(d => d.CustomerId == null));
            Assert.Equal((85, 7, 3), (await db.Customers.CountAsync(), await db.Products.CountAsync(), await db.Teams.CountAsync()));
            Assert.Equal("East", await db.People.Where(p => p.Name == "Elizabeth Anderson").Select(p => p.Team!.Name).FirstAsync());
            Assert.Equal(10_005_534m, await db.Deals.Where(d => d.Status == DealStatus.Won).SumAsync(d => d.Amount));
            Assert.True(await db.Deals.AllAsync(d => d.Currency == "USD"));
        }

        var state = await StateAsync();
        var (again, second) = await ImportAsync();
        Assert.Equal(0, again);
        Assert.Contains("Deals: 0 new, 0 updated, 8,800 unchanged", second, StringComparison.Ordinal);
        Assert.Equal(state, await StateAsync());

        var id = output.Trim().Split(' ')[^1];
        var (undone, _) = await CommandLineRun.RunAsync("import", "--undo", id, "--database", file);
        Assert.Equal(0, undone);
        await using var after = Open();
        Assert.Equal((0, 0, 0, 0), (await after.Deals.CountAsync(), await after.Customers.CountAsync(), await after.People.CountAsync(), await after.StageChanges.CountAsync()));
    }

    [SharedDataFact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        var (code, output) = await ImportAsync("--dry-run");

        Assert.Equal(0, code);
        Assert.Contains("Deals: 8,800 new", output, StringComparison.Ordinal);
        Assert.Contains("nothing was written", output, StringComparison.Ordinal);
        await using var db = Open();
        Assert.False(await db.People.AnyAsync());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(part);
        }
    }

    private Task<(int ExitCode, string Output)> ImportAsync(params string[] more) =>
        CommandLineRun.RunAsync(["import", .. Directory.GetFiles(SharedData.Path("crm-sales-opportunities"), "*.csv"), "--database", file, .. more]);

    private SqliteSalesDb Open() => new(new DbContextOptionsBuilder<SqliteSalesDb>().UseSqlite($"Data Source={file}").Options);

    private async Task<(long Versions, int Audit)> StateAsync()
    {
        await using var db = Open();
        return (await db.Deals.SumAsync(d => d.Version), await db.Audit.CountAsync());
    }
}
