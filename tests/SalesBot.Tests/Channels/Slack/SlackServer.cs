using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Server.Channels.Slack;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.Slack;

/// <summary>What Slack sends and answers, at the edge for Slack.</summary>
internal sealed class SlackServer : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Token = "xoxb-1-the-token";

    private PlatformEdge _edge = null!;
    private int _number;
    private int _posted;

    public DateTimeOffset Now => _edge.Now;

    public string Logged => _edge.Logged;

    /// <summary>What <c>users.info</c> says of everybody.</summary>
    public string User { get; set; } = """{"team_id":"T1","locale":"zh-CN","is_email_confirmed":true,"profile":{"email":"Zhao.Lei@example.com"}}""";

    /// <summary>What it says of one of them instead.</summary>
    public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal) { ["U404"] = "null" };

    /// <summary>Signs a body as Slack does, at a moment in seconds.</summary>
    public Func<string, string, Task<string>> Sign { get; init; } = (timestamp, body) => Task.FromResult(SlackSignature.Of(Secret, timestamp, Encoding.UTF8.GetBytes(body)));

    /// <summary>What Slack answers instead, once each.</summary>
    public ConcurrentQueue<(int Status, string Body)> Planned { get; } = new();

    /// <summary>Files by their address, as Slack's store has them; <see cref="FileUrl"/> leads to it.</summary>
    public Dictionary<string, (int Status, string Type, byte[] Content)> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Who asked the store for what, with which token.</summary>
    public ConcurrentQueue<(string Path, string? Authorization)> Asked { get; } = new();

    public string FileUrl(string path) => _edge.PlatformUrl + path;

    public SlackMessenger Messenger => _edge.Services.GetRequiredService<SlackMessenger>();

    public bool NothingSent => _edge.NothingSent;

    public static async Task<SlackServer> StartAsync(TestBot bot)
    {
        var server = new SlackServer();
        server._edge = await PlatformEdge.StartAsync(
            bot, server.AnswerAsync, Settings,
            builder => builder.Services.AddSlack(builder.Configuration), app => app.MapSlack());
        return server;
    }

    /// <summary>Slack alone, beside a service that runs elsewhere and is told of it by <see cref="Settings"/>.</summary>
    public async Task<SlackServer> StandAsync()
    {
        _edge = await PlatformEdge.BesideAsync(AnswerAsync);
        return this;
    }

    public PlatformEdge Edge => _edge;

    public static IEnumerable<KeyValuePair<string, string?>> Settings(string slack) => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["SalesBot:Channels:Slack:BotToken"] = Token, ["SalesBot:Channels:Slack:SigningSecret"] = Secret, ["SalesBot:Channels:Slack:ApiUrl"] = slack + "/api/", ["SalesBot:Channels:Slack:Pace"] = "00:00:00",
        ["SalesBot:Channels:Slack:Retries"] = "0",
    };

    /// <summary>Signs as Slack does and posts.</summary>
    public async Task<(int Status, string Body)> PostAsync(string path, string body, TimeSpan ago = default)
    {
        var timestamp = (Now - ago).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return await PostRawAsync(path, body, timestamp, await Sign(timestamp, body));
    }

    public Task<(int Status, string Body)> PostRawAsync(string path, string body, string timestamp, string signature) => _edge.PostAsync(
        path, body, path.EndsWith("events", StringComparison.Ordinal) ? "application/json" : "application/x-www-form-urlencoded", ("X-Slack-Request-Timestamp", timestamp), ("X-Slack-Signature", signature));

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
    public Task<(int Status, string Body)> PressAsync(string value, string trigger, string state = "{}") => PostAsync(SlackInteractivity.Path, Form(Pressed(value, trigger, state)));

    /// <summary>Of user U1 in the direct message D1, or of another number.</summary>
    public static JsonObject Pressed(string value, string trigger, string state = "{}", string card = "77.1", string user = "1") => new()
    {
        ["type"] = "block_actions", ["user"] = new JsonObject { ["id"] = "U" + user }, ["trigger_id"] = trigger, ["container"] = new JsonObject { ["message_ts"] = card, ["channel_id"] = "D" + user },
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "b1", ["value"] = value }), ["state"] = new JsonObject { ["values"] = JsonNode.Parse(state) },
    };

    /// <summary>As Slack posts what was pressed.</summary>
    public static string Form(JsonObject payload) => "payload=" + Uri.EscapeDataString(payload.ToJsonString());

    /// <summary>The next message that the bot sent to Slack.</summary>
    public Task<PlatformEdge.Sent> SentAsync() => _edge.SentAsync();

    public Task StopAsync() => _edge.StopAsync();

    public ValueTask DisposeAsync() => _edge.DisposeAsync();

    private async Task StoreAsync(HttpContext http)
    {
        Asked.Enqueue((http.Request.Path.Value!, http.Request.Headers.Authorization.FirstOrDefault()));
        var (status, type, content) = Files.GetValueOrDefault(http.Request.Path.Value!, (404, "text/html", []));
        (http.Response.StatusCode, http.Response.ContentType) = (status, type);
        http.Response.Headers.Location = status == 302 ? "/files-pri/login" : default;
        await http.Response.Body.WriteAsync(content);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/files-pri", StringComparison.Ordinal))
        {
            await StoreAsync(http);
            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        var (text, method) = (await reader.ReadToEndAsync(), http.Request.Path.Value![("/api/".Length)..]);
        switch (method)
        {
            case "auth.test":
                await http.Response.WriteAsync("""{"ok":true,"team":"Acme","team_id":"T1","user_id":"UBOT"}""");
                break;
            case "files.info":
                var file = QueryHelpers.ParseQuery(text)["file"].ToString();
                await http.Response.WriteAsync($$"""{"ok":true,"file":{"id":"{{file}}","url_private":"{{FileUrl("/files-pri/" + file)}}"} }""");
                break;
            case "users.info":
                await http.Response.WriteAsync(Users.GetValueOrDefault(QueryHelpers.ParseQuery(text)["user"].ToString(), User) is var user && user == "null" ? """{"ok":false,"error":"user_not_found"}""" : $$"""{"ok":true,"user":{{user}}}""");
                break;
            default:
                var body = JsonNode.Parse(text)!.AsObject();
                // One beside a service gives each message a name of its own.
                var ts = (string?)body["ts"] ?? "77." + (_edge.IsBeside ? ++_posted : 1).ToString(CultureInfo.InvariantCulture);
                var (status, answer) = Planned.TryDequeue(out var planned) ? planned : (200, $$"""{"ok":true,"channel":"D1","ts":"{{ts}}"}""");
                http.Response.StatusCode = status;
                await http.Response.WriteAsync(answer);
                _edge.Record(new PlatformEdge.Sent(method, http.Request.Headers.Authorization, body) { Id = ts });
                break;
        }
    }
}
