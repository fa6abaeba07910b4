using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals.Flows;
using SalesBot.Tests.Cli;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>Approval flows leave as one file and come back as a version.</summary>
public sealed class FlowFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("salesbot-flows-");

    [Fact]
    public async Task AP_08_exported_changed_and_imported_the_flows_are_a_version_that_holds()
    {
        await using var bot = await TestBot.StartAsync(Databases.Store.Sqlite);
        var file = Path.Combine(folder.FullName, "flows.json");
        Assert.Equal(0, (await CommandLineRun.RunAsync("export", "approval_flows", "--to", file, "--database", bot.File)).ExitCode);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("head:legal", "person:P7", StringComparison.Ordinal));

        var run = await CommandLineRun.RunAsync("import", file, "--database", bot.File);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("approval_flows", run.Output, StringComparison.Ordinal);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("吴敏").IsTold("合同审批 · 凌云电缆能耗");
        (await bot.As("赵磊").Says("审批流程")).Hears("第 1 版", "导入", "吴敏");
        Assert.Equal(0, (await CommandLineRun.RunAsync("import", file, "--database", bot.File)).ExitCode);
        Assert.Equal(1, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == FlowBook.Name)));
    }

    [Theory]
    [InlineData("""{"flows":{"contract":[{"steps":[{"who":["person:P2"]}]}]}}""", "contract[1].steps[1].who")]
    [InlineData("""{"flows":{"contract":[{"steps":[]}]}}""", "contract[1].steps")]
    [InlineData("""{"flows":{"contrakt":[{"steps":[{"who":["head:legal"]}]}]}}""", "contrakt")]
    [InlineData("""{"flows":{"quote":[{"steps":[{"who":["superior"]}]},{"steps":[{"who":["head:legal"]}]}]}}""", "quote[1]")]
    [InlineData("""{"flows":{"quote":[{"steps":[{"who":["superior"],"hours":0}]}]}}""", "hours")]
    [InlineData("""{"flows":{"quote":[{"steps":[{"whom":["superior"]}]}]}}""", "审批流程的格式|shape of approval flows")]
    [InlineData("""{"flows":null}""", "flows")]
    [InlineData("""{"flows":{"quote":null}}""", "bad.json quote")]
    [InlineData("""{"flows":{"quote":[null]}}""", "quote[1].steps")]
    [InlineData("""{"flows":{"quote":[{"steps":null}]}}""", "quote[1].steps")]
    [InlineData("""{"flows":{"quote":[{"steps":[null]}]}}""", "quote[1].steps[1]")]
    [InlineData("""{"flows":{"quote":[{"steps":[{"who":null}]}]}}""", "quote[1].steps[1].who")]
    [InlineData("""{"flows":{"quote":[{"steps":[{"who":[null]}]}]}}""", "quote[1].steps[1].who")]
    [InlineData("""{"flows":{"quote":[{"steps":[{"who":["superior"],"hours":"two"}]}]}}""", "quote[1].steps[1].hours")]
    [InlineData("""{"flows":{"quote":[{"steps":[{"who":["superior"]},{"who":["superior"],"mode":"most"}]}]}}""", "quote[1].steps[2].mode")]
    [InlineData("""{"flows":{"quote":[{"steps":[{"who":["superior"],"mode":7}]}]}}""", "quote[1].steps[1].mode")]
    [InlineData("""{"flows":{"quote":[{"when":{"amountAtLeast":"much"},"steps":[{"who":["superior"]}]}]}}""", "quote[1].when.amountAtLeast")]
    [InlineData("""{"flows":{"quote":[{"when":{"termsContain":[null]},"steps":[{"who":["superior"]}]}]}}""", "quote[1].when.termsContain")]
    [InlineData("""{"flows":{"quote":[{"steps":[{"who":["superior"]}]}]},"bulkLimit":null}""", "bulkLimit")]
    [InlineData("""{"flows":[1]}""", "flows")]
    [InlineData("""{"flows":{"quote":[]},"flows":{}}""", "bad.json")]
    [InlineData("""{"flows":{"quote":[{"steps":[{"who":["chain:2","head:legal"]}]}]}}""", "who")]
    public async Task AP_08_a_file_at_fault_says_where_and_changes_nothing(string json, string place)
    {
        await using var bot = await TestBot.StartAsync(Databases.Store.Sqlite);
        var file = Path.Combine(folder.FullName, "bad.json");
        await File.WriteAllTextAsync(file, json);

        var run = await CommandLineRun.RunAsync("import", file, "--database", bot.File);

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("Exception", run.Output, StringComparison.Ordinal);
        Assert.Contains(place.Split('|'), part => run.Output.Contains(part, StringComparison.Ordinal));
        Assert.Equal(0, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == FlowBook.Name)));
    }

    [Fact]
    public void What_the_service_ships_with_is_sound_and_reads_back_as_it_was_written()
    {
        Assert.Equal(FlowBook.Standard.ToJson(), FlowBook.Parse(FlowBook.Standard.ToJson()).ToJson());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
