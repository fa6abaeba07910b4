using System.Net;
using Microsoft.Extensions.Hosting;
using SalesBot.Server;
using SalesBot.Server.Cli;

namespace SalesBot.Tests;

/// <summary>The service as it runs for real: what exists for practice is not there (DESIGN.md 4).</summary>
public sealed class ProductionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salesbot-production-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/lib/webchat.js")]
    [InlineData("GET", "/page.js")]
    [InlineData("GET", "/dev/people")]
    [InlineData("GET", "/dev/clock")]
    [InlineData("POST", "/dev/clock")]
    [InlineData("POST", "/v3/directline/tokens/generate")]
    [InlineData("POST", "/v3/directline/tokens/refresh")]
    [InlineData("POST", "/v3/directline/conversations")]
    [InlineData("GET", "/v3/directline/conversations/web-rep/activities")]
    [InlineData("GET", "/v3/directline/conversations/web-rep/stream")]
    public async Task Nothing_for_practice_answers(string method, string path)
    {
        var line = CommandLine.Root().Parse(["--urls", "http://127.0.0.1:0", "--database", Path.Combine(_folder, "test.db")]);
        await using var app = Service.Build(line);
        Assert.True(app.Environment.IsProduction());
        await Preparation.RunAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
