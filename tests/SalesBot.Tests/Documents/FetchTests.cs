using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Data;
using SalesBot.Files;
using SalesBot.Reports.Export;
using SalesBot.Server;
using SalesBot.Server.Cli;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Documents;

/// <summary>The bytes behind the link, over HTTP, from the service as it runs for real.</summary>
public sealed class FetchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Uploaded_listed_opened_and_fetched_over_the_wire(Store store)
    {
        var database = await TestDatabase.CreateAsync(store);
        await FillAsync(database);
        await using var web = await WebService.StartAsync(database);
        var rep = await web.AsAsync("赵磊");
        var file = Papers.Pdf("调研表.pdf", Guid.NewGuid().ToString());

        (await rep.Sends("这是东岭阀门的调研表", file)).Hears("文件已归档", "调研表.pdf");
        (await rep.Says("东岭阀门有哪些文件")).Hears("文件 · 东岭阀门MES", "1 个文件", "调研表.pdf", "需求调研表 · 赵磊");
        await rep.Presses("打开文件");
        var link = new Uri(Regex.Match(rep.LastMessages[^1].Reply.Card!.Value.GetRawText(), @"http[^""]+/documents/\w+", RegexOptions.NonBacktracking).Value);

        using var http = new HttpClient();
        using var answer = await http.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(file.Content.ToArray(), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "application/pdf", "调研表.pdf"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(("nosniff", "no-store"), (answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.CacheControl!.ToString()));
    }

    [Fact]
    public async Task A_link_is_only_good_for_who_may_still_see_the_deal_and_each_fetch_is_noted()
    {
        await using var served = await Served.StartAsync();
        var (mine, theirs) = (await served.LinkAsync("赵磊"), await served.LinkAsync("刘晨"));
        Assert.Equal(HttpStatusCode.OK, await served.GetAsync(mine));
        Assert.Equal(HttpStatusCode.NotFound, await served.GetAsync(theirs));
        Assert.Equal(HttpStatusCode.NotFound, await served.GetAsync("documents/" + new string('0', 32)));
        Assert.Equal(HttpStatusCode.NotFound, await served.GetAsync(await served.LinkAsync("赵磊", TimeSpan.FromMinutes(-1))));
        // An export's token opens no document, and the other way round.
        Assert.Equal(HttpStatusCode.NotFound, await served.GetAsync(mine.Replace("documents/", "export/", StringComparison.Ordinal)));

        await served.Change(db => db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.OwnerId, d => db.People.First(p => p.Name == "刘晨").Id)));
        Assert.Equal(HttpStatusCode.NotFound, await served.GetAsync(mine));
        Assert.Equal(HttpStatusCode.OK, await served.GetAsync(theirs));
        await served.Change(db => db.People.Where(p => p.Name == "刘晨").ExecuteUpdateAsync(s => s.SetProperty(p => p.Active, valueExpression: false)));
        Assert.Equal(HttpStatusCode.NotFound, await served.GetAsync(theirs));

        Assert.Equal(["赵磊", "刘晨"], await served.Look(db => db.Audit.Where(a => a.Command == "open_document").OrderBy(a => a.Id).Select(a => a.Person!.Name).ToListAsync()));
    }

    private static async Task FillAsync(TestDatabase database)
    {
        await using var services = new ServiceCollection().AddSalesDb(database.Connection).BuildServiceProvider();
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        TestCompany.Fill(db, TestBot.Start);
        await db.SaveChangesAsync();
    }

    /// <summary>The service with one document of 赵磊's deal, not in Development.</summary>
    private sealed class Served : IAsyncDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("salesbot-fetch-").FullName;
        private readonly HttpClient http = new();
        private WebApplication app = null!;

        public static async Task<Served> StartAsync()
        {
            var served = new Served();
            served.app = Service.Build(CommandLine.Root().Parse(["--urls", "http://127.0.0.1:0", "--database", Path.Combine(served.folder, "test.db")]));
            await Preparation.RunAsync(served.app.Services, CancellationToken.None);
            await served.Change(db =>
            {
                TestCompany.Fill(db, served.Now);
                return db.SaveChangesAsync();
            });
            var hash = await served.app.Services.GetRequiredService<FileStore>().KeepAsync(Papers.Pdf("x").Content, CancellationToken.None);
            await served.Change(async db =>
            {
                db.Documents.Add(new SalesBot.Documents.Document { Key = "F1", Kind = "survey", Name = "x.pdf", ContentType = "application/pdf", Sha256 = hash, Deal = await db.Deals.FirstAsync(d => d.Key == "D1"), UploadedBy = await db.People.FirstAsync(p => p.Key == "P2"), CreatedAt = served.Now });
                return await db.SaveChangesAsync();
            });
            await served.app.StartAsync();
            served.http.BaseAddress = new Uri(served.app.Urls.Single());
            return served;
        }

        public async Task<string> LinkAsync(string person, TimeSpan? lasts = null)
        {
            var token = Keys.Secret();
            await Change(async db =>
            {
                db.Add(new PreparedExport { Token = token, Person = await db.People.FirstAsync(p => p.Name == person), Order = """{"document":"F1"}""", CreatedAt = Now, ExpiresAt = Now + (lasts ?? TimeSpan.FromHours(1)) });
                return await db.SaveChangesAsync();
            });
            return "documents/" + token;
        }

        public async Task<HttpStatusCode> GetAsync(string path)
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.StatusCode;
        }

        public Task Change(Func<SalesDb, Task<int>> change) => Look(change);

        public async Task<T> Look<T>(Func<SalesDb, Task<T>> query)
        {
            await using var db = app.Services.GetRequiredService<Func<SalesDb>>()();
            return await query(db);
        }

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }

        private DateTimeOffset Now => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
    }
}
