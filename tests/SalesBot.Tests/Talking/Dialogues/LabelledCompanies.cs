using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Data;
using SalesBot.Server.Import;
using SalesBot.Server.Records;
using SalesBot.Tests.Databases;

namespace SalesBot.Tests.Talking.Dialogues;

/// <summary>The companies of the labelled messages, each imported once; every conversation has a copy to itself.</summary>
public sealed class LabelledCompanies : IAsyncLifetime
{
    private readonly Dictionary<string, TestDatabase> imported = new(StringComparer.Ordinal);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in imported.Values)
        {
            await database.DisposeAsync();
        }
    }

    internal async Task<TestDatabase> CopyAsync(string company)
    {
        if (!imported.TryGetValue(company, out var database))
        {
            imported[company] = database = await TestDatabase.CreateAsync(TestBot.Usual);
            await using var services = new ServiceCollection().AddSalesDb(database.Connection).BuildServiceProvider();
            await using var db = services.GetRequiredService<Func<SalesDb>>()();
            await ImportAsync(db, company);
        }

        return await database.CopyAsync();
    }

    private static async Task ImportAsync(SalesDb db, string company)
    {
        var content = await ReadAsync("../../Language/Labelled", company, "entities.json");
        var (faults, changes) = (new Faults(), new ImportChanges(db));
        await new RecordsReader(db, "entities.json", faults, new ImportReport(), changes).ReadAsync(content, TestBot.Start, CancellationToken.None);
        await new ProcessImport(db, "light-process.json", faults, new ImportReport(), changes).ReadAsync(await ReadAsync("../../Process/light-process.json"), TestBot.Start, CancellationToken.None);
        Assert.Equal(0, faults.Count);
        await changes.SaveAsync(CancellationToken.None);
    }

    private static async Task<JsonObject> ReadAsync(params string[] path) => JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine([Here(), .. path])))!.AsObject();

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
