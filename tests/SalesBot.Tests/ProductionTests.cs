using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using SalesBot.Server;
using SalesBot.Server.Cli;

namespace SalesBot.Tests;

/// <summary>The service as it runs for real, on a port and a database of its own.</summary>
public sealed class ProductionServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("salesbot-production-").FullName;
    private WebApplication _app = null!;

    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _app = Service.Build(CommandLine.Root().Parse(["--urls", "http://127.0.0.1:0", "--database", Path.Combine(_folder, "test.db")]));
        Assert.True(_app.Environment.IsProduction());
        await Preparation.RunAsync(_app.Services, CancellationToken.None);
        await _app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>What exists for practice is not there outside Development (DESIGN.md 4).</summary>
public sealed class ProductionTests(ProductionServer server) : IClassFixture<ProductionServer>
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/lib/webchat.js")]
    [InlineData("GET", "/page.js")]
    [InlineData("GET", "/dev/people")]
    [InlineData("GET", "/dev/clock")]
    [InlineData("POST", "/dev/clock")]
    [InlineData("POST", "/dev/language")]
    [InlineData("POST", "/v3/directline/tokens/generate")]
    [InlineData("POST", "/v3/directline/tokens/refresh")]
    [InlineData("POST", "/v3/directline/conversations")]
    [InlineData("GET", "/v3/directline/conversations/web-rep/activities")]
    [InlineData("GET", "/v3/directline/conversations/web-rep/stream")]
    public async Task Nothing_for_practice_answers(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_behind_a_link_says_the_same_whether_there_is_such_a_record_or_not()
    {
        var page = await server.Http.GetStringAsync("/deals/D1");
        Assert.Contains("SalesBot", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Equal(page, await server.Http.GetStringAsync("/customers/NOBODY"));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.GetAsync("/deals/D1%2F..")).StatusCode);
    }
}
