using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Tests.Cli;

namespace SalesBot.Tests.Import;

public sealed class ChangedRowTests : IDisposable
{
    private const string Header = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";
    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-import").FullName;

    [Fact]
    public async Task A_row_that_changed_changes_its_deal_and_an_id_given_twice_is_one_deal()
    {
        await ImportAsync(Header + "A1,Bob,GTX,Acme,Won,2016-10-20,2017-03-01,1054\nA2,Bob,GTX,Acme,Won,2016-10-20,2017-03-01,7\n");

        var second = await ImportAsync(Header + "A1,Bob,GTX,Acme,Won,2016-10-20,2017-03-01,2000\nA2,Bob,GTX,Acme,Won,2016-10-20,2017-03-01,7\nA3,Bob,GTX,Acme,Won,2016-10-20,2017-03-01,1\nA3,Bob,GTX,Acme,Won,2016-10-20,2017-03-01,9\n");

        Assert.Contains("1 new, 2 updated, 1 unchanged", second, StringComparison.Ordinal);
        await using var db = new SqliteSalesDb(new DbContextOptionsBuilder<SqliteSalesDb>().UseSqlite($"Data Source={Database}").Options);
        Assert.Equal([7m, 9m, 2000m], await db.Deals.OrderBy(d => d.Amount).Select(d => d.Amount!.Value).ToListAsync());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private string Database => Path.Combine(folder, "x.db");

    private async Task<string> ImportAsync(string content)
    {
        var path = Path.Combine(folder, "pipeline.csv");
        await File.WriteAllTextAsync(path, content);
        var (code, output) = await CommandLineRun.RunAsync("import", path, "--database", Database);
        Assert.True(code == 0, output);
        return output;
    }
}
