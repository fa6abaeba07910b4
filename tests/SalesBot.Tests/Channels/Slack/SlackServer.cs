using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesBot.Conversation;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.Slack;
using SalesBot.Tests.Channels.BotFramework;
using SalesBot.Tests.Talking;
using SalesBot.Words;

namespace SalesBot.Tests.Channels.Slack;

/// <summary>The Slack edge as the service registers it, on a real port, between a company at work and a recorder that stands for Slack.</summary>
internal sealed class SlackServer : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Token = "xoxb-1-the-token";

    private readonly HttpClient _http = new();
    private readonly RecordedLines _log = new();
    private readonly System.Threading.Channels.Channel<(string Method, string? Authorization, JsonObject Body)> _sent = System.Threading.Channels.Channel.CreateUnbounded<(string, string?, JsonObject)>();
    private LocalServer _slack = null!;
    private WebApplication _app = null!;
    private int _number;

    public TestBot Bot { get; private set; } = null!;

    public DateTimeOffset Now { get; } = TestBot.Start;

    public string Logged => string.Join('\n', _log.Lines);

    /// <summary>What <c>users.info</c> says of everybody.</summary>
    public string User { get; set; } = """{"team_id":"T1","locale":"zh-CN","is_email_confirmed":true,"profile":{"email":"Zhao.Lei@example.com"}}""";

    /// <summary>What Slack answers instead, once each.</summary>
    public ConcurrentQueue<(int Status, string Body)> Planned { get; } = new();

    public SlackMessenger Messenger => _app.Services.GetRequiredService<SlackMessenger>();

    public static async Task<SlackServer> StartAsync(TestBot bot)
    {
        var server = new SlackServer { Bot = bot };
        server._slack = await LocalServer.StartAsync(server.AnswerAsync);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders().AddProvider(server._log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["SalesBot:Channels:Slack:BotToken"] = Token, ["SalesBot:Channels:Slack:SigningSecret"] = Secret, ["SalesBot:Channels:Slack:ApiUrl"] = server._slack.Url + "/api/", ["SalesBot:Channels:Slack:Pace"] = "00:00:00",
            ["SalesBot:Channels:Slack:Retries"] = "0",
        });
        builder.Services.AddSingleton<TimeProvider>(new StandingClock(server.Now)).AddSingleton(bot.Get<WordBook>()).AddSingleton<Func<SalesBot.Data.SalesDb>>(bot.Open).AddSingleton<Outbox>();
        builder.Services.AddSingleton<RunTurn>(bot.Get<TurnRunner>().RunAsync).AddSlack(builder.Configuration);
        server._app = builder.Build();
        server._app.MapSlack();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Signs as Slack does and posts.</summary>
    public Task<(int Status, string Body)> PostAsync(string path, string body, TimeSpan ago = default)
    {
        var timestamp = (Now - ago).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return PostRawAsync(path, body, timestamp, SlackSignature.Of(Secret, timestamp, Encoding.UTF8.GetBytes(body)));
    }

    public async Task<(int Status, string Body)> PostRawAsync(string path, string body, string timestamp, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.Single() + path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(path.EndsWith("events", StringComparison.Ordinal) ? "application/json" : "application/x-www-form-urlencoded");
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Slack-Signature", signature);
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<(int Status, string Body)> SayAsync(string text, string members = "{}", TimeSpan ago = default)
    {
        var said = new JsonObject { ["type"] = "message", ["channel_type"] = "im", ["channel"] = "D1", ["user"] = "U1", ["text"] = text, ["ts"] = "1.1" };
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            said[name] = value?.DeepClone();
        }

        return EventAsync(said, "Ev" + ++_number, ago);
    }

    public Task<(int Status, string Body)> EventAsync(JsonObject said, string id, TimeSpan ago = default) => PostAsync(
        SlackEvents.Path, new JsonObject { ["type"] = "event_callback", ["team_id"] = "T1", ["event_id"] = id, ["authorizations"] = JsonNode.Parse("""[{"team_id":"T1","user_id":"UBOT","is_bot":true}]"""), ["event"] = said }.ToJsonString(), ago);

    /// <summary>Presses a button of a posted message, in the direct message.</summary>
    public Task<(int Status, string Body)> PressAsync(string value, string trigger, string state = "{}")
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions", ["user"] = new JsonObject { ["id"] = "U1" }, ["trigger_id"] = trigger, ["container"] = new JsonObject { ["message_ts"] = "77.1", ["channel_id"] = "D1" },
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "b1", ["value"] = value }), ["state"] = new JsonObject { ["values"] = JsonNode.Parse(state) },
        };
        return PostAsync(SlackInteractivity.Path, "payload=" + Uri.EscapeDataString(payload.ToJsonString()));
    }

    /// <summary>The next message that the bot sent to Slack.</summary>
    public async Task<(string Method, string? Authorization, JsonObject Body)> SentAsync() => await _sent.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public bool NothingSent => !_sent.Reader.TryPeek(out _);

    /// <summary>Ends the service, which waits for what is under way.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _slack.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var (text, method) = (await reader.ReadToEndAsync(), http.Request.Path.Value![("/api/".Length)..]);
        switch (method)
        {
            case "auth.test":
                await http.Response.WriteAsync("""{"ok":true,"team":"Acme","team_id":"T1","user_id":"UBOT"}""");
                break;
            case "users.info":
                await http.Response.WriteAsync(QueryHelpers.ParseQuery(text)["user"] == "U404" ? """{"ok":false,"error":"user_not_found"}""" : $$"""{"ok":true,"user":{{User}}}""");
                break;
            default:
                var (status, answer) = Planned.TryDequeue(out var planned) ? planned : (200, """{"ok":true,"channel":"D1","ts":"77.1"}""");
                http.Response.StatusCode = status;
                await http.Response.WriteAsync(answer);
                _sent.Writer.TryWrite((method, http.Request.Headers.Authorization, JsonNode.Parse(text)!.AsObject()));
                break;
        }
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class RecordedLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Lines.Enqueue(formatter(state, exception) + exception);
            }
        }

        public void Dispose()
        {
        }
    }
}
