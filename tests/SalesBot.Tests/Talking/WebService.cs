using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Data;
using SalesBot.Server;
using SalesBot.Server.Cli;
using SalesBot.Tests.Databases;

namespace SalesBot.Tests.Talking;

/// <summary>The service as people practise with it, on a port of its own; the clock starts where <see cref="TestBot"/>'s does.</summary>
internal sealed class WebService : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WebApplication app;
    private readonly HttpClient http = new();

    private WebService(TestDatabase database)
    {
        this.database = database;
        app = Service.Build(CommandLine.Root().Parse(["--urls", "http://127.0.0.1:0", "--database", database.Connection, "--now", TestBot.Start.ToString("O")]), "Development");
    }

    /// <summary>With a company that is in the database already, which goes when the service does.</summary>
    public static async Task<WebService> StartAsync(TestDatabase database)
    {
        var service = new WebService(database);
        await Preparation.RunAsync(service.app.Services, CancellationToken.None);
        await service.app.StartAsync();
        service.http.BaseAddress = new Uri(service.app.Urls.Single());
        return service;
    }

    public async Task<Talk> AsAsync(string name)
    {
        await using var db = Open();
        return new Talk(new WebLine(http, (await db.People.FirstAsync(p => p.Name == name)).Key), name);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    public Uri Address => http.BaseAddress!;

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>The database behind it.</summary>
    public SalesDb Open() => app.Services.GetRequiredService<Func<SalesDb>>()();
}
