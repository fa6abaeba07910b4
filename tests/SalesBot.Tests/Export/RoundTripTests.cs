using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Server.Demo;
using SalesBot.Tests.Cli;

namespace SalesBot.Tests.Export;

public sealed class RoundTripTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 11, 10, 0, 0, TimeSpan.FromHours(8));
    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-export").FullName;

    [Fact]
    public async Task Export_and_import_into_an_empty_database_lose_nothing()
    {
        await using (var db = Open("a.db"))
        {
            await db.Database.MigrateAsync();
            new DemoCompany(DemoFile.Read(), Now).Fill(db);
            await db.SaveChangesAsync();
            db.Add(new SalesBot.Documents.Document { Key = "O1", Kind = "survey", Name = "调研表.pdf", ContentType = "application/pdf", Size = 7, Sha256 = "ab", Deal = await db.Deals.FirstAsync(), UploadedBy = await db.People.FirstAsync(), CreatedAt = Now });
            await db.SaveChangesAsync();
        }

        await RunAsync("export", "all", "--to", File("first.json"), "--database", File("a.db"));
        await RunAsync("import", File("first.json"), "--database", File("b.db"));
        await RunAsync("export", "all", "--to", File("second.json"), "--database", File("b.db"));

        var (first, second) = (Sorted("first.json"), Sorted("second.json"));
        Assert.True(first["deals"]!.AsArray().Count > 80);
        Assert.Equal("调研表.pdf", (string?)first["documents"]![0]!["name"]);
        foreach (var (kind, records) in first)
        {
            Assert.True(JsonNode.DeepEquals(records, second[kind]), $"{kind} came back different");
        }
    }

    [SharedDataFact]
    public async Task An_entities_file_keeps_its_ids_and_says_what_cannot_be_taken()
    {
        await RunAsync("import", SharedData.Path("entities-sample.json"), "--database", File("c.db"));
        await using (var db = Open("c.db"))
        {
            var deal = await db.Deals.Include(d => d.Owner).Include(d => d.Customer).SingleAsync(d => d.Key == "OD03");
            Assert.Equal(("凌云电缆能耗", "OP2", "OC03", 1_450_000m, DealStatus.Open), (deal.Name, deal.Owner.Key, deal.Customer!.Key, deal.Amount, deal.Status));
            Assert.Equal(2, await db.Approvers.CountAsync(a => a.Approval.Key == "OAP-1"));
        }

        await System.IO.File.WriteAllTextAsync(File("bad.json"), """{ "deals": [ { "id": "X1", "name": "x", "owner": "NOBODY", "amount": "much" } ] }""");
        var (code, output) = await CommandLineRun.RunAsync("import", File("bad.json"), "--database", File("c.db"));
        Assert.Equal(1, code);
        Assert.Contains("deals.owner", output, StringComparison.Ordinal);
        Assert.Contains("deals.amount", output, StringComparison.Ordinal);
        await using var after = Open("c.db");
        Assert.False(await after.Deals.AnyAsync(d => d.Key == "X1"));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_cell_that_a_spreadsheet_would_run_comes_out_as_text(string format)
    {
        await using (var db = Open("d.db"))
        {
            await db.Database.MigrateAsync();
            db.Add(new Product { Key = "G1", Name = "=1+1", CreatedAt = Now });
            db.Add(new SalesBot.People.Team { Key = "T1", Name = "x", CreatedAt = Now });
            db.Add(new SalesBot.Customers.Customer { Key = "C1", Name = "=HYPERLINK(\"x\")", CreatedAt = Now });
            await db.SaveChangesAsync();
        }

        await RunAsync("export", "customers", "--to", File("c." + format), "--database", File("d.db"));

        var text = format == "csv" ? await System.IO.File.ReadAllTextAsync(File("c.csv")) : Unzipped(File("c.xlsx"));
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(params string[] args)
    {
        var (code, output) = await CommandLineRun.RunAsync(args);
        Assert.True(code == 0, output);
    }

    private static string Unzipped(string path)
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(path);
        using var reader = new StreamReader(zip.Entries.First(e => e.FullName.Contains("sheet", StringComparison.Ordinal)).Open());
        return reader.ReadToEnd();
    }

    private string File(string name) => Path.Combine(folder, name);

    private SqliteSalesDb Open(string name) => new(new DbContextOptionsBuilder<SqliteSalesDb>().UseSqlite($"Data Source={File(name)}").Options);

    private JsonObject Sorted(string name)
    {
        var content = JsonNode.Parse(System.IO.File.ReadAllText(File(name)))!.AsObject();
        content.Remove("now");
        return new JsonObject(content.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Key, new JsonArray([.. c.Value!.AsArray().OrderBy(r => r!["id"]?.ToString() ?? r["label"]?.ToString(), StringComparer.Ordinal).Select(r => r!.DeepClone())]))));
    }
}
