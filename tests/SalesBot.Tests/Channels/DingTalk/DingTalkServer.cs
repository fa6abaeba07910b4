using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Server.Channels.DingTalk;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.DingTalk;

/// <summary>What DingTalk sends and answers, at the edge for DingTalk.</summary>
internal sealed class DingTalkServer : IAsyncDisposable
{
    public const string Corp = "dingcorp1234567890";
    public const string AppKey = "dingkey1";
    public const string AppSecret = "the-secret-of-the-app-0123456789";
    public const string PathSecret = "nobodycanguessthis0123456789";
    public const string CardSecret = "the-secret-of-the-cards";

    private readonly Channel<JsonObject> _acks = Channel.CreateUnbounded<JsonObject>();
    private readonly Channel<WebSocket> _connected = Channel.CreateUnbounded<WebSocket>();
    private PlatformEdge _edge = null!;
    private string _url = "";
    private int _number;

    public DateTimeOffset Now => _edge.Now;

    public string Logged => _edge.Logged;

    public bool NothingSent => _edge.NothingSent;

    public DingTalkMessenger Messenger => _edge.Services.GetRequiredService<DingTalkMessenger>();

    /// <summary>What <c>topapi/v2/user/get</c> says of everybody.</summary>
    public string User { get; set; } = """{"errcode":0,"result":{"userid":"zhaolei","active":true,"email":"","org_email":"Zhao.Lei@example.com"}}""";

    /// <summary>What it says of one of them instead.</summary>
    public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>Signs a message as DingTalk does, at a moment in milliseconds.</summary>
    public Func<string, Task<string>> Sign { get; init; } = timestamp => Task.FromResult(DingTalkSignature.OfMessage(timestamp, AppSecret));

    /// <summary>What DingTalk answers to a message or a card instead, once each.</summary>
    public ConcurrentQueue<(int Status, string Body)> Planned { get; } = new();

    /// <summary>Where the connection is to be opened instead, once each.</summary>
    public ConcurrentQueue<string> Endpoints { get; } = new();

    /// <summary>What the stream was opened with, each time.</summary>
    public ConcurrentQueue<JsonObject> Opened { get; } = new();

    public int Tokens { get; private set; }

    public static async Task<DingTalkServer> StartAsync(TestBot bot, params IEnumerable<KeyValuePair<string, string?>> more)
    {
        var server = new DingTalkServer();
        server._edge = await PlatformEdge.StartAsync(
            bot, server.AnswerAsync, url => Settings(url).Concat(more).GroupBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Last()),
            builder =>
            {
                server._url = builder.Configuration[Key("ApiUrl")]!;
                builder.Services.AddDingTalk(builder.Configuration);
            }, app => app.MapDingTalk());
        return server;
    }

    /// <summary>DingTalk alone, beside a service that runs elsewhere and is told of it by <see cref="Settings"/>.</summary>
    public async Task<DingTalkServer> StandAsync()
    {
        _edge = await PlatformEdge.BesideAsync(AnswerAsync);
        _url = _edge.PlatformUrl + "/";
        return this;
    }

    public PlatformEdge Edge => _edge;

    public static IEnumerable<KeyValuePair<string, string?>> Settings(string url) => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        [Key("CorpId")] = Corp, [Key("AppKey")] = AppKey, [Key("AppSecret")] = AppSecret, [Key("PathSecret")] = PathSecret, [Key("CardApiSecret")] = CardSecret, [Key("Stream")] = "false",
        [Key("ApiUrl")] = url + "/", [Key("OldApiUrl")] = url + "/", [Key("Pace")] = "00:00:00", [Key("Retries")] = "0",
    };

    public static string Key(string name) => "SalesBot:Channels:DingTalk:" + name;

    /// <summary>A message to the robot; what is in <paramref name="members"/> stands in place of the usual.</summary>
    public JsonObject Said(string text, string members = "{}")
    {
        var said = new JsonObject
        {
            ["conversationId"] = "cid1", ["conversationType"] = "1", ["msgId"] = "msg" + Interlocked.Increment(ref _number), ["senderStaffId"] = "zhaolei", ["senderCorpId"] = Corp, ["chatbotCorpId"] = Corp,
            ["robotCode"] = AppKey, ["sessionWebhook"] = _url + "webhook?session=hook-secret", ["sessionWebhookExpiredTime"] = Now.AddMinutes(90).ToUnixTimeMilliseconds(), ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = " " + text },
        };
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            said[name] = value?.DeepClone();
        }

        return said;
    }

    public static JsonObject Pressed(string card, string code, string user = "zhaolei") => new()
    {
        ["type"] = "actionCallback", ["outTrackId"] = card, ["corpId"] = Corp, ["userId"] = user,
        ["content"] = new JsonObject { ["cardPrivateData"] = new JsonObject { ["actionIds"] = new JsonArray(code), ["params"] = new JsonObject() } }.ToJsonString(),
    };

    public Task<(int Status, string Body)> SayAsync(string text, string members = "{}") => PostAsync(Said(text, members).ToJsonString());

    /// <summary>Signs as DingTalk does and posts.</summary>
    public async Task<(int Status, string Body)> PostAsync(string body, TimeSpan ago = default)
    {
        var timestamp = (Now - ago).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return await PostRawAsync(body, timestamp, await Sign(timestamp));
    }

    public Task<(int Status, string Body)> PostRawAsync(string body, string timestamp, string sign, string secret = PathSecret) =>
        _edge.PostAsync("/api/dingtalk/robot/" + secret, body, "application/json", ("timestamp", timestamp), ("sign", sign));

    public Task<(int Status, string Body)> PressAsync(string card, string code, string user = "zhaolei")
    {
        var timestamp = Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return PressRawAsync(Pressed(card, code, user).ToJsonString(), timestamp, DingTalkSignature.OfCard(timestamp, CardSecret));
    }

    public Task<(int Status, string Body)> PressRawAsync(string body, string timestamp, string signature, string secret = PathSecret) =>
        _edge.PostAsync("/api/dingtalk/card/" + secret, body, "application/json", ("x-ddpaas-signature-timestamp", timestamp), ("x-ddpaas-signature", signature));

    /// <summary>The next call for a person; waits for it.</summary>
    public Task<PlatformEdge.Sent> SentAsync() => _edge.SentAsync();

    /// <summary>A connection that the bot opened; waits for it.</summary>
    public async Task<WebSocket> ConnectedAsync() => await _connected.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>The next acknowledgement; waits for it.</summary>
    public async Task<JsonObject> AckAsync() => await _acks.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public static Task PushAsync(WebSocket socket, string frame) => socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, default);

    public static JsonObject Frame(string type, string topic, string id, string data) => new()
    {
        ["specVersion"] = "1.0", ["type"] = type, ["headers"] = new JsonObject { ["topic"] = topic, ["messageId"] = id, ["contentType"] = "application/json", ["time"] = "1760000000000" }, ["data"] = data,
    };

    public Task StopAsync() => _edge.StopAsync();

    public ValueTask DisposeAsync() => _edge.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value![1..];
        if (path == "connect")
        {
            await ServeAsync(await http.WebSockets.AcceptWebSocketAsync());
            return;
        }

        if (path == "file")
        {
            http.Response.ContentType = "image/png";
            await http.Response.Body.WriteAsync(new byte[] { 0x89, 0x50, 0x4E, 0x47 });
            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        var body = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        switch (path)
        {
            case "v1.0/oauth2/accessToken":
                var ours = (string?)body["appKey"] == AppKey && (string?)body["appSecret"] == AppSecret;
                http.Response.StatusCode = ours ? 200 : 400;
                await http.Response.WriteAsync(ours ? $$"""{"accessToken":"tok{{++Tokens}}","expireIn":7200}""" : """{"code":"invalidClientIdOrSecret","message":"x"}""");
                break;
            case "v1.0/gateway/connections/open":
                Opened.Enqueue(body);
                await http.Response.WriteAsync($$"""{"endpoint":"{{(Endpoints.TryDequeue(out var other) ? other : _url.Replace("http:", "ws:", StringComparison.Ordinal) + "connect")}}","ticket":"ticket/1"}""");
                break;
            case "topapi/v2/user/get":
                await http.Response.WriteAsync(Users.GetValueOrDefault((string?)body["userid"] ?? "", User));
                break;
            case "v1.0/robot/messageFiles/download":
                await http.Response.WriteAsync((string?)body["downloadCode"] == "F1" ? $$"""{"downloadUrl":"{{_url}}file"}""" : """{"code":"invalid"}""");
                break;
            default:
                var (status, answer) = Planned.TryDequeue(out var planned) ? planned : (200, path == "webhook" ? """{"errcode":0,"errmsg":"ok"}""" : """{"processQueryKey":"q1","success":true,"result":{"deliverResults":[{"success":true}]}}""");
                http.Response.StatusCode = status;
                await http.Response.WriteAsync(answer);
                _edge.Record(new PlatformEdge.Sent($"{http.Request.Method} {path}", http.Request.Headers["x-acs-dingtalk-access-token"], body));
                break;
        }
    }

    private async Task ServeAsync(WebSocket socket)
    {
        _connected.Writer.TryWrite(socket);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, default) is { MessageType: WebSocketMessageType.Text } part)
            {
                _acks.Writer.TryWrite(JsonNode.Parse(buffer.AsSpan(0, part.Count))!.AsObject());
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        }
        catch (WebSocketException)
        {
            // The bot hung up.
        }
    }
}
