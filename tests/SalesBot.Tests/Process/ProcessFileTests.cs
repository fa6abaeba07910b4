using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Tests.Cli;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Process;

public sealed class ProcessFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-process").FullName;

    [Fact]
    public void The_templates_are_read_and_written_without_loss() =>
        Assert.All(Template.All, t => Assert.Equal(ProcessFile.Write(t.Process), ProcessFile.Write(ProcessFile.Read(ProcessFile.Write(t.Process)).Process!)));

    [Fact]
    public async Task A_process_goes_out_and_comes_in_and_is_taken_back()
    {
        await RunAsync(0, "export", "process", "--to", File("p.json"), "--database", File("a.db"));
        var process = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File("p.json")))!.AsObject();
        process["stages"]![2]!["stallDays"] = 5;
        process["stages"]![2]!["name"] = new JsonObject { ["en"] = "Discovery", ["zh"] = "技术交流" };
        await System.IO.File.WriteAllTextAsync(File("p.json"), process.ToJsonString());

        var output = await RunAsync(0, "import", File("p.json"), "--database", File("a.db"));
        await RunAsync(0, "import", File("p.json"), "--database", File("a.db"));

        await using (var db = Open("a.db"))
        {
            var held = await SalesProcess.LoadAsync(db, CancellationToken.None);
            Assert.Equal((5, "技术交流", 1), (held.Find("qualify")!.StallDays, held.Find("qualify")!.Name!.Zh, await db.Definitions.CountAsync()));
        }

        await RunAsync(0, "import", "--undo", Id(output), "--database", File("a.db"));
        await using var after = Open("a.db");
        Assert.False(await after.Definitions.AnyAsync());
    }

    [Theory]
    [InlineData("""{ "stages": null }""", "stages")]
    [InlineData("""{ "stages": [null, null] }""", "id")]
    [InlineData("""{ "stages": [{ "id": 7, "needs": [null] }, { "id": "won", "probability": {}, "name": [] }] }""", "id", "needs", "probability", "name")]
    [InlineData("""{ "stages": [{ "id": "lead" }, { "id": "won", "probability": 100 }], "moved": [] }""", "moved")]
    public async Task Nulls_and_wrong_types_are_told_by_their_place(string json, params string[] places)
    {
        await System.IO.File.WriteAllTextAsync(File("null.json"), json);

        var output = await RunAsync(1, "import", File("null.json"), "--database", File("n.db"));

        Assert.All(places, place => Assert.Contains(place, output, StringComparison.Ordinal));
        await using var db = Open("n.db");
        Assert.False(await db.Definitions.AnyAsync());
    }

    [Fact]
    public async Task A_bad_file_is_refused_row_by_row_and_changes_nothing()
    {
        await System.IO.File.WriteAllTextAsync(File("bad.json"), """
            { "stages": [
              { "id": "Lead!", "probability": 10, "stallDays": 7, "needs": ["luck"] },
              { "id": "offer", "probability": 140, "stallDays": "week", "responsible": "king" },
              { "id": "offer", "probability": 50, "name": "" },
              { "id": "closed", "probability": 100 } ] }
            """);

        var output = await RunAsync(1, "import", File("bad.json"), "--database", File("b.db"));

        Assert.All(["Lead!", "luck", "probability", "stallDays", "king", "offer", "won"], word => Assert.Contains(word, output, StringComparison.Ordinal));
        await using var db = Open("b.db");
        Assert.False(await db.Definitions.AnyAsync());
    }

    [Fact]
    public async Task Open_deals_of_stages_that_go_are_asked_for_and_moved()
    {
        await OneLeadAsync();
        var five = JsonNode.Parse(ProcessFile.Write(Template.Find("five")!.Process))!.AsObject();
        await System.IO.File.WriteAllTextAsync(File("five.json"), five.ToJsonString());
        Assert.Contains("moved", await RunAsync(1, "import", File("five.json"), "--database", File("c.db")), StringComparison.Ordinal);

        five["moved"] = new JsonObject { ["lead"] = "contact" };
        await System.IO.File.WriteAllTextAsync(File("five.json"), five.ToJsonString());
        var output = await RunAsync(0, "import", File("five.json"), "--database", File("c.db"));
        await using (var after = Open("c.db"))
        {
            Assert.Equal(("contact", "lead"), (await after.Deals.Select(d => d.Stage).SingleAsync(), await after.StageChanges.Select(c => c.From).SingleAsync()));
        }

        await RunAsync(0, "import", "--undo", Id(output), "--database", File("c.db"));
        await using var back = Open("c.db");
        Assert.Equal(("lead", false, false), (await back.Deals.Select(d => d.Stage).SingleAsync(), await back.StageChanges.AnyAsync(), await back.Definitions.AnyAsync()));
    }

    [Fact]
    public async Task A_process_stays_where_a_deal_stands_in_a_stage_that_only_it_has()
    {
        await OneLeadAsync();
        var content = JsonNode.Parse(ProcessFile.Write(Template.Find("default")!.Process))!.AsObject();
        content["stages"]!.AsArray().Insert(1, JsonNode.Parse("""{"id": "trial", "probability": 15, "stallDays": 7, "needs": [], "advises": []}"""));
        await System.IO.File.WriteAllTextAsync(File("trial.json"), content.ToJsonString());
        var id = Id(await RunAsync(0, "import", File("trial.json"), "--database", File("c.db")));
        await using (var db = Open("c.db"))
        {
            await db.Deals.ExecuteUpdateAsync(s => s.SetProperty(d => d.Stage, "trial"));
        }

        Assert.Contains("trial", await RunAsync(1, "import", "--undo", id, "--database", File("c.db")), StringComparison.Ordinal);

        await using var after = Open("c.db");
        Assert.True(await after.Definitions.AnyAsync());
    }

    private async Task OneLeadAsync()
    {
        await using var db = Open("c.db");
        await db.Database.MigrateAsync();
        var (owner, customer) = (new Person { Key = "P1", Name = "A", CreatedAt = TestBot.Start }, new Customer { Key = "C1", Name = "B", CreatedAt = TestBot.Start });
        db.Add(new Deal { Key = "D1", Name = "D", Owner = owner, Customer = customer, Stage = "lead", CreatedAt = TestBot.Start, StageSince = TestBot.Start });
        await db.SaveChangesAsync();
    }

    private static string Id(string output) => System.Text.RegularExpressions.Regex.Match(output, "I[0-9A-Z]{9}", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Value;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> RunAsync(int expected, params string[] args)
    {
        var (code, output) = await CommandLineRun.RunAsync(args);
        Assert.True(code == expected, output);
        return output;
    }

    private string File(string name) => Path.Combine(folder, name);

    private SqliteSalesDb Open(string name) => new(new DbContextOptionsBuilder<SqliteSalesDb>().UseSqlite($"Data Source={File(name)}").Options);
}
