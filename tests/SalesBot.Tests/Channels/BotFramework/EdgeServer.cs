using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Tests.Channels.BotFramework.Connector;

namespace SalesBot.Tests.Channels.BotFramework;

/// <summary>The edge as the service registers it, on a real port, between a recording Connector and a bot that says what it is told to.</summary>
internal sealed class EdgeServer : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly List<Turn> _turns = [];
    private readonly RecordedLog _log = new();
    private WebApplication _app = null!;

    public RecordingConnector Connector { get; private set; } = null!;

    public IReadOnlyList<Turn> Turns => _turns;

    /// <summary>What the service wrote at Warning and above, one a line.</summary>
    public string Logged => _log.Text;

    /// <summary>What the bot answers; by default it repeats what it heard.</summary>
    public Func<Turn, TurnAnswer> Bot { get; set; } = turn => new TurnAnswer([new RenderedReply(turn.Text ?? turn.Press?.Verb ?? "hello")]);

    public string Endpoint => _app.Urls.Single() + "/api/messages";

    public IMessenger Messenger => _app.Services.GetRequiredService<IMessenger>();

    /// <summary>Ends when the bot may answer.</summary>
    public Task Awake { get; set; } = Task.CompletedTask;

    /// <summary>With a clock by which nothing has to be waited for.</summary>
    public static Task<EdgeServer> StartImpatientAsync() => StartAsync(new SkippingClock(), "Development");

    public static Task<EdgeServer> StartAsync(string environment = "Development", params (string Key, string Value)[] settings) => StartAsync(TimeProvider.System, environment, settings);

    private static async Task<EdgeServer> StartAsync(TimeProvider clock, string environment, params (string Key, string Value)[] settings)
    {
        var server = new EdgeServer { Connector = await RecordingConnector.StartAsync() };
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders().AddProvider(server._log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(BotFrameworkOptions.Section + ":" + s.Key, (string?)s.Value)));
        builder.Services.AddSingleton(clock).AddBotFramework(builder.Configuration);
        builder.Services.AddSingleton<Func<SalesDb>>(() => throw new Microsoft.Data.Sqlite.SqliteException("no database here", 14)).AddSingleton<Outbox>();
        builder.Services.Replace(ServiceDescriptor.Singleton<RunTurn>(async (turn, stop) =>
        {
            await server.Awake;
            return server.Run(turn.Fetch is { } fetch ? turn with { Files = await fetch(stop) } : turn);
        }));
        server._app = builder.Build();
        server._app.MapBotFramework();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Posts an activity of a personal Teams chat, with the members that are given on top.</summary>
    public async Task<(int Status, JsonNode? Body)> PostAsync(string members, params (string Name, string Value)[] headers)
    {
        var activity = JsonNode.Parse($$"""
            {"type":"message","id":"17","channelId":"msteams","serviceUrl":"{{Connector.ServiceUrl}}","locale":"zh-CN",
             "from":{"id":"29:1abc","name":"赵磊","aadObjectId":"0f9a"},"recipient":{"id":"28:bot","name":"SalesBot"},
             "conversation":{"id":"a:1","conversationType":"personal","tenantId":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"} }
            """)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            activity[name] = value?.DeepClone();
        }

        return await PostRawAsync(activity.ToJsonString(), "application/json; charset=utf-8", headers);
    }

    public async Task<(int Status, JsonNode? Body)> PostRawAsync(string body, string contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } },
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        // A page of an exception is no JSON; the test says of it what it says.
        return ((int)response.StatusCode, text.Length == 0 ? null : response.Content.Headers.ContentType?.MediaType is "application/json" ? JsonNode.Parse(text) : JsonValue.Create(text));
    }

    /// <summary>Ends the service, which waits for what is under way.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await Connector.DisposeAsync();
    }

    private TurnAnswer Run(Turn turn)
    {
        lock (_turns)
        {
            _turns.Add(turn);
        }

        return Bot(turn);
    }
}
