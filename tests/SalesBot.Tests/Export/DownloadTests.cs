using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Data;
using SalesBot.Reports.Export;
using SalesBot.Server;
using SalesBot.Server.Cli;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Export;

/// <summary>The file behind the link, over HTTP, from the service as it runs for real.</summary>
public sealed class DownloadTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-export-").FullName;
    private WebApplication app = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        app = Service.Build(CommandLine.Root().Parse(["--urls", "http://127.0.0.1:0", "--database", Path.Combine(folder, "test.db")]));
        await Preparation.RunAsync(app.Services, CancellationToken.None);
        await using var db = Open();
        TestCompany.Fill(db, Now);
        await db.SaveChangesAsync();
        await app.StartAsync();
        http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private DateTimeOffset Now => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    [Fact]
    public async Task A_workbook_opens_with_the_reps_own_deals_and_harmless_cells()
    {
        await using (var db = Open())
        {
            await db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.NextStep, "=HYPERLINK(\"http://evil\")"));
        }

        using var answer = await http.GetAsync(new Uri(await PrepareAsync("赵磊", """{"what":"deals"}""", TimeSpan.FromHours(1)), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches(@"^deals-\d{4}-\d\d-\d\d\.xlsx$", answer.Content.Headers.ContentDisposition!.FileName!);
        using var book = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(r => string.Join('|', r.Elements<Cell>().Select(c => c.InnerText))).ToList();
        Assert.StartsWith("编号|商机|客户|负责人|阶段|状态|金额|币种|", rows[0], StringComparison.Ordinal);
        Assert.Equal("D1 D3 D5", string.Join(' ', rows.Skip(1).Select(r => r.Split('|')[0])));
        Assert.StartsWith("D1|东岭阀门MES|东岭阀门|赵磊|方案提交|进行中|680000|CNY|", rows[1], StringComparison.Ordinal);
        Assert.Contains("|'=HYPERLINK(\"http://evil\")|", rows[1], StringComparison.Ordinal);

        await using var look = Open();
        var entry = await look.Audit.Include(a => a.Person).SingleAsync(a => a.Command == "export");
        Assert.Equal("赵磊", entry.Person!.Name);
        Assert.Contains("\"rows\"", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comma_separated_values_are_in_the_readers_language()
    {
        await using (var db = Open())
        {
            await db.People.Where(p => p.Name == "Kevin Doyle").ExecuteUpdateAsync(s => s.SetProperty(p => p.Language, "en"));
        }

        var text = await http.GetStringAsync(new Uri(await PrepareAsync("Kevin Doyle", """{"what":"customers","format":"csv"}""", TimeSpan.FromHours(1)), UriKind.Relative));
        Assert.Contains("ID,Customer,Legal name,Tax id", text, StringComparison.Ordinal);
        Assert.Contains("C8,Quarry Stone,Quarry Stone Ltd", text, StringComparison.Ordinal);
        Assert.DoesNotContain("C1,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"what":"deals"}""", -1)]
    [InlineData("""{"what":"audit"}""", 60)]
    public async Task A_link_that_has_run_out_or_asks_for_too_much_is_politely_not_there(string order, int minutes)
    {
        using var answer = await http.GetAsync(new Uri(await PrepareAsync("赵磊", order, TimeSpan.FromMinutes(minutes)), UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("请在机器人中重新导出", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = Open();
        Assert.False(await db.Audit.AnyAsync(a => a.Command == "export"));
    }

    [Fact]
    public async Task Who_has_left_and_who_guesses_get_nothing()
    {
        var link = await PrepareAsync("赵磊", """{"what":"deals"}""", TimeSpan.FromHours(1));
        await using (var db = Open())
        {
            await db.People.Where(p => p.Name == "赵磊").ExecuteUpdateAsync(s => s.SetProperty(p => p.Active, valueExpression: false));
        }

        foreach (var path in new[] { link, "export/AAAA", "export/" })
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<string> PrepareAsync(string person, string order, TimeSpan lasts)
    {
        await using var db = Open();
        var prepared = new PreparedExport { Token = Keys.Secret(), Person = await db.People.FirstAsync(p => p.Name == person), Order = order, CreatedAt = Now, ExpiresAt = Now + lasts };
        db.Add(prepared);
        await db.SaveChangesAsync();
        return prepared.Path;
    }

    private SalesDb Open() => app.Services.GetRequiredService<Func<SalesDb>>()();
}
