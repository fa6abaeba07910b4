using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesBot.Conversation;
using SalesBot.Server.Channels;
using SalesBot.Tests.Channels.BotFramework;
using SalesBot.Tests.Talking;
using SalesBot.Words;

namespace SalesBot.Tests.Channels;

/// <summary>
/// The edge of a messenger as the service registers it, on a real port, between a company at work and a recorder that stands for the platform; or the platform alone,
/// beside a service that runs elsewhere.
/// </summary>
internal sealed class PlatformEdge : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly RecordedLog _log = new();
    private readonly System.Threading.Channels.Channel<Sent> _sent = System.Threading.Channels.Channel.CreateUnbounded<Sent>();
    private LocalServer _platform = null!;
    private WebApplication? _app;
    private Uri? _elsewhere;

    /// <summary>A call that the bot made of the platform.</summary>
    internal sealed record Sent(string Method, string? Authorization, JsonObject Body)
    {
        /// <summary>What the platform calls the message, where it says so.</summary>
        public string? Id { get; init; }
    }

    public TestBot Bot { get; private init; } = null!;

    /// <summary>By the clock of whom the platform speaks with.</summary>
    public DateTimeOffset Now => _app is null ? TimeProvider.System.GetUtcNow() : TestBot.Start;

    /// <summary>What the service wrote at Warning and above, one a line.</summary>
    public string Logged => _log.Text;

    public IServiceProvider Services => _app!.Services;

    /// <summary>Where the service listens; no slash at the end.</summary>
    public string Url => _app?.Urls.Single() ?? _elsewhere!.GetLeftPart(UriPartial.Authority);

    /// <summary>Where the platform listens; no slash at the end.</summary>
    public string PlatformUrl => _platform.Url;

    public bool NothingSent => !_sent.Reader.TryPeek(out _);

    /// <summary>Listens when it returns; what it posts is recorded, and its time stands still.</summary>
    /// <param name="platform">Answers what the bot asks of the platform, and <see cref="Record"/>s what tests want to see.</param>
    /// <param name="add">Registers the channel; the second argument is where the platform listens.</param>
    public static async Task<PlatformEdge> StartAsync(TestBot bot, RequestDelegate platform, Func<string, IEnumerable<KeyValuePair<string, string?>>> settings, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        var edge = new PlatformEdge { Bot = bot };
        edge._platform = await LocalServer.StartAsync(platform);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders().AddProvider(edge._log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings(edge._platform.Url));
        builder.Services.AddSingleton<TimeProvider>(new StandingClock(TestBot.Start)).AddSingleton(bot.Get<WordBook>()).AddSingleton<Func<SalesBot.Data.SalesDb>>(bot.Open).AddSingleton<Outbox>();
        builder.Services.AddSingleton<RunTurn>(bot.Get<TurnRunner>().RunAsync);
        add(builder);
        edge._app = builder.Build();
        map(edge._app);
        await edge._app.StartAsync();
        return edge;
    }

    /// <summary>The platform alone; <see cref="ServedBy"/> says where the service is that it speaks with.</summary>
    public static async Task<PlatformEdge> BesideAsync(RequestDelegate platform) => new() { _platform = await LocalServer.StartAsync(platform) };

    public bool IsBeside => _app is null;

    public void ServedBy(Uri service) => _elsewhere = service;

    public async Task<(int Status, string Body)> PostAsync(string path, string body, string contentType, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url + path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<(int Status, string Body)> GetAsync(string pathAndQuery)
    {
        using var response = await _http.GetAsync(Url + pathAndQuery);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Record(Sent call) => _sent.Writer.TryWrite(call);

    /// <summary>The next recorded call; waits for it.</summary>
    public async Task<Sent> SentAsync() => await _sent.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Ends the service, which waits for what is under way.</summary>
    public Task StopAsync() => _app!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await (_app?.DisposeAsync() ?? default);
        await _platform.DisposeAsync();
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
